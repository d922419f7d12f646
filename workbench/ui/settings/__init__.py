"""Settings: the page of this workspace and this computer."""
