"""Facilitator Workbench: the desk of a facilitator of workplace learning communities."""

__version__ = "0.1.0"
