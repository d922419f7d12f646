"""The steps from each released schema to the next; `storage/upgrade.py` runs them on a copy."""
