"""Tries the Windows set-up under Wine."""
