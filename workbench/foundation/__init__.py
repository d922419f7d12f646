"""Words used everywhere: errors people can mend, the clock, names and text, files and resources."""
