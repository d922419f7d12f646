"""The window: pages, presenters and the parts they share."""
