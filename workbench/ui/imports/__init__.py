"""Import dialogs: mapping, preview and review."""
