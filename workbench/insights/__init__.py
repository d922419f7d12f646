"""Insights: what moved, told apart from chance; attendance, giving and help against the usual.

It reads what the other features hold and writes nothing.
"""
