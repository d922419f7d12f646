"""Community: the charter page."""
