"""Communities: purpose, norms, rhythm and goals of a group; the page that states them."""
