"""Tests of the Community page."""
