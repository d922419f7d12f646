"""Rosters: who belongs to a community, since when, in which role; guests, learned names."""
