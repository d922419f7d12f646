"""Insights: the page of trends."""
