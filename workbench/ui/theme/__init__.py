"""Design tokens as palette, style sheet, fonts and icons."""
