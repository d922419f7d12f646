"""Imports: what comes in; readers, mapping, matching, preview and applying."""
