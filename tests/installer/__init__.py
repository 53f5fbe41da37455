"""Tests of what builds the installers; they need no compiler and no network."""
