"""Home: today's work."""
