"""The files of each meeting and survey tool, told by their shape and words, never by file name."""
