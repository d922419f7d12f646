"""The look put onto Qt: palette, application font and one style sheet made from the tokens."""

from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from workbench.foundation.assets import asset
from workbench.ui.theme.look import Look, looks


def apply_look(app: QApplication, wanted: Look) -> None:
    """Give the whole program this look, and tell those who draw themselves."""
    looks().now = wanted
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(wanted))
    app.setFont(wanted.font())
    app.setStyleSheet(style_sheet(wanted))
    looks().changed.emit()


def palette(wanted: Look) -> QPalette:
    """Return Qt's palette from the tokens."""
    made = QPalette()
    roles = {
        "Window": "window", "Base": "surface", "AlternateBase": "surface", "Button": "surface",
        "ToolTipBase": "raised", "WindowText": "text", "Text": "text", "ButtonText": "text",
        "ToolTipText": "text", "PlaceholderText": "text_3", "Highlight": "accent",
        "HighlightedText": "on_accent", "Link": "accent_text", "LinkVisited": "accent_text",
        "Light": "surface", "Midlight": "hover", "Mid": "border_strong", "Dark": "border_control",
        "Accent": "accent",
    }  # fmt: skip
    for role, token in roles.items():
        made.setColor(getattr(QPalette.ColorRole, role), wanted.colour(token))
    for role in ("WindowText", "Text", "ButtonText"):
        made.setColor(
            QPalette.ColorGroup.Disabled,
            getattr(QPalette.ColorRole, role),
            wanted.colour("text_disabled"),
        )
    return made


def style_sheet(wanted: Look) -> str:
    """Return resources/themes/style.qss with tokens and sizes filled in."""
    template = Template(asset("themes", "style.qss").read_text(encoding="utf-8"))
    colours = {
        name: value
        for name in wanted.palette.__struct_fields__
        if isinstance(value := getattr(wanted.palette, name), str)
    }
    sizes = {f"px{size}": f"{wanted.px(size)}px" for size in (4, 6, 8, 10, 12, 16, 18, 20, 28, 32)}
    half = {"control": f"{wanted.px(32) - 2}px", "control_large": f"{wanted.px(44) - 2}px"}
    return template.substitute(
        colours | sizes | half, look=f"{wanted.dark}-{wanted.contrast}-{wanted.scale}"
    )
