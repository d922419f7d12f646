"""Contributions: what people give each other, logged as gifts between people and never ranked.

A line such as "Ama help> Jonas: two-line handover note" is enough; promises follow the same people.
"""
