"""Practising a sentence: when to begin without touching anything, and what a try was worth. Qt-free."""
