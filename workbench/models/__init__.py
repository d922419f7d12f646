"""Tables only: one module for each domain, typed, with named constraints."""
