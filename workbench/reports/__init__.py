"""Reports: what leaves the house; contents first as plain data, then the renderers."""
