"""Contributions: the page of gifts."""
