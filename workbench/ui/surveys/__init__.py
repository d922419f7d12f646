"""Surveys: the pages of waves and results."""
