"""Sessions: planned blocks with their times, who is expected, who came, how it ran."""
