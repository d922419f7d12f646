"""The window: pages, presenters and the parts they share."""

from workbench.ui import none_guard as none_guard
