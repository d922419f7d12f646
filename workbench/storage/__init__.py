"""The workspace file: opening, writing, undoing, upgrading, backing up, recovering."""
