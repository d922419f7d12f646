"""Insights: trends, change told apart from chance, participation; arithmetic on rows."""
