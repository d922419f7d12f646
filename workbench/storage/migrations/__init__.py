"""Steps from one schema to the next, run on a copy of the file."""
