"""Contributions: what people give each other, and what they promise."""
