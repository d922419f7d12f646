"""People: the roster page."""
