"""The main window: sidebar, palette, undo bar, notices, welcome and recovery pages."""
