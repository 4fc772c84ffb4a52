"""The look as a Qt style sheet and palette, for everything that a widget does not paint itself."""

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from netmoede_desktop.gui.theme.look import Look

#: Property of a QFrame or QLabel that says what it is; see `_FRAMES` and `_LABELS`.
KIND = "kind"

#: What Qt puts before the words of a cell, at every scale; a header's words stand over them.
_TEXT_MARGIN = 3


def palette(look: Look) -> QPalette:
    """Return the palette for what Qt draws by itself (check boxes, arrows, selections)."""
    theme = look.theme
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.paper,
        roles.WindowText: theme.ink,
        roles.Base: theme.card,
        roles.AlternateBase: theme.panel,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.muted,
        roles.Button: theme.card,
        roles.ButtonText: theme.ink,
        roles.Highlight: theme.petrol,
        roles.HighlightedText: theme.on_petrol,
        roles.Accent: theme.petrol,
        roles.ToolTipBase: theme.card,
        roles.ToolTipText: theme.ink,
        roles.Link: theme.petrol_text,
        roles.Light: theme.card,
        roles.Mid: theme.edge,
        roles.Dark: theme.edge,
        roles.Shadow: theme.edge,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


def stylesheet(look: Look, icons: Path) -> str:
    """Return the style sheet of the application; `icons` is the folder of the shipped icons."""
    parts = (_base(look), _frames(look), _labels(look), _inputs(look), _boxes(look, icons), _lists(look), _bars(look))
    return "\n".join(parts)


def _base(look: Look) -> str:
    theme = look.theme
    family = ", ".join(f'"{name}"' for name in look.font().families())
    return f"""
    QWidget {{ font-family: {family}; font-size: {look.px(14)}px; color: {theme.ink}; }}
    QMainWindow, QDialog, QWidget[kind="window"] {{ background: {theme.paper}; }}
    QToolTip {{ background: {theme.card}; color: {theme.ink}; border: {_stroke(look)} solid {theme.edge};
        padding: {look.px(6)}px; }}
    """


def _frames(look: Look) -> str:
    theme = look.theme
    radius, stroke = look.px(12), _stroke(look)
    kinds = {
        "card": (theme.card, theme.line),
        "card-inset": (theme.panel, theme.line),
        "card-current": (theme.card, theme.petrol),
        "card-green": (theme.green_tint, theme.green),
        "notice-attention": (theme.ochre_tint, theme.ochre),
        "notice-done": (theme.green_tint, theme.green),
        "notice-info": (theme.petrol_tint, theme.petrol),
    }
    rules = [
        f'QFrame[kind="{kind}"] {{ background: {ground}; border: {stroke} solid {border}; border-radius: {radius}px; }}'
        for kind, (ground, border) in kinds.items()
    ]
    rules += [
        # A window of its own has the ground of a window behind round corners.
        f'QFrame[kind="popup"] {{ background: {theme.card}; border: {stroke} solid {theme.edge}; }}',
        f'QFrame[kind="bar"] {{ background: {theme.card}; border: none; }}',
        f'QFrame[kind="panel"] {{ background: {theme.panel}; border: none; }}',
        f'QFrame[kind="paper"] {{ background: {theme.paper}; border: none; }}',
        (
            f'QFrame[kind="strip"] {{ background: {theme.petrol_tint}; border: none; '
            f"border-bottom: {stroke} solid {theme.petrol}; }}"
        ),
        f'QFrame[kind="hairline"] {{ background: {theme.line}; border: none; }}',
        "QScrollArea { background: transparent; border: none; }",
        "QScrollArea > QWidget > QWidget { background: transparent; }",
    ]
    return "\n".join(rules)


def _labels(look: Look) -> str:
    theme = look.theme
    kinds = {
        "title": (26, True, theme.ink),
        "heading": (18, True, theme.ink),
        "strong": (14, True, theme.ink),
        "body": (14, False, theme.ink),
        "reading": (17, False, theme.ink),
        "muted": (13, False, theme.muted),
        "small": (12, False, theme.muted),
        "section": (12, True, theme.muted),
        "eyebrow": (12, True, theme.petrol_text),
        "eyebrow-green": (12, True, theme.green_text),
        "attention": (13, True, theme.ochre_text),
        "done": (13, True, theme.green_text),
        "brand": (17, True, theme.petrol_text),
    }
    rules = (
        f'QLabel[kind="{kind}"] {{ font-size: {look.px(size)}px; font-weight: {700 if bold else 400}; '
        f"color: {colour}; background: transparent; border: none; }}"
        for kind, (size, bold, colour) in kinds.items()
    )
    return "\n".join(rules)


def _inputs(look: Look) -> str:
    theme = look.theme
    boxes = ("QLineEdit", "QPlainTextEdit", "QComboBox")
    ring = f"{look.ring}px solid {theme.focus}"
    return f"""
    {", ".join(boxes)} {{ background: {theme.card}; color: {theme.ink}; border: {_stroke(look)} solid {theme.edge};
        border-radius: {look.px(10)}px; padding: {look.px(7)}px {look.px(10)}px; min-height: {look.px(20)}px;
        selection-background-color: {theme.petrol}; selection-color: {theme.on_petrol};
        placeholder-text-color: {theme.muted}; }}
    {", ".join(f"{box}:focus" for box in boxes)} {{ border: {ring};
        padding: {look.px(7) - look.ring + look.px(theme.stroke)}px
        {look.px(10) - look.ring + look.px(theme.stroke)}px; }}
    {", ".join(f"{box}:disabled" for box in boxes)} {{ background: {theme.panel}; color: {theme.muted}; }}
    QPlainTextEdit[kind="bare"], QPlainTextEdit[kind="bare"]:focus, QPlainTextEdit[kind="bare"]:disabled {{
        border: none; padding: 0; background: {theme.card}; font-size: {look.px(15)}px; }}
    *[wrong="true"] {{ border: {look.px(2)}px solid {theme.ochre}; }}
    *[wrong="true"]:focus {{ background: {theme.ochre_tint}; }}
    QComboBox QAbstractItemView {{ background: {theme.card}; color: {theme.ink};
        selection-background-color: {theme.petrol}; selection-color: {theme.on_petrol};
        border: {_stroke(look)} solid {theme.edge}; padding: {look.px(4)}px; }}
    """


def _boxes(look: Look, icons: Path) -> str:
    """Return the rules for check boxes, radio buttons and combo boxes.

    The popup opens beneath its box. Over it, as Fusion would have it, Qt puts the padding of the box round the list
    too, and measures that of a focused box, which is narrower: an option at the top or the foot would be hidden.
    """
    theme = look.theme
    side, ring = look.px(18), f"{look.ring}px solid {theme.focus}"

    def image(name: str) -> str:
        return f'url("{(icons / f"{name}-{theme.name.value}.svg").as_posix()}")'

    return f"""
    QCheckBox, QRadioButton {{ spacing: {look.px(8)}px; min-height: {look.px(26)}px; background: transparent;
        border: {look.px(2)}px solid transparent; border-radius: {look.px(6)}px; padding: 0 {look.px(4)}px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: {ring}; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px; background: {theme.card};
        border: {look.px(theme.stroke)}px solid {theme.edge}; border-radius: {look.px(5)}px; }}
    QRadioButton::indicator {{ border-radius: {side // 2 + look.px(theme.stroke)}px; }}
    QCheckBox::indicator:checked {{ background: {theme.petrol}; border-color: {theme.petrol};
        image: {image("check")}; }}
    QRadioButton::indicator:checked {{ background: {theme.petrol}; border-color: {theme.petrol};
        image: {image("dot")}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: none; width: {look.px(28)}px;
        subcontrol-origin: padding; subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: {image("chevron")};
        width: {look.px(16)}px; height: {look.px(16)}px; }}
    """


def _lists(look: Look) -> str:
    theme = look.theme
    return f"""
    QListView, QTableView {{ background: transparent; border: none; outline: none;
        gridline-color: {theme.line}; selection-background-color: {theme.petrol_tint}; selection-color: {theme.ink}; }}
    QListView::item, QTableView::item {{ padding: {look.px(8)}px; border-bottom: {_stroke(look)} solid {theme.line}; }}
    QListView::item:selected, QTableView::item:selected {{ background: {theme.petrol_tint}; color: {theme.ink}; }}
    QListView::item:focus, QTableView::item:focus {{ border: {look.ring}px solid {theme.focus}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {theme.muted}; border: none; font-weight: 700;
        font-size: {look.px(12)}px; border-bottom: {_stroke(look)} solid {theme.line};
        padding: {look.px(8)}px {look.px(8)}px {look.px(8)}px {look.px(8) + _TEXT_MARGIN}px; }}
    QTabBar::tab {{ background: transparent; color: {theme.muted}; font-weight: 700; padding: {look.px(8)}px
        {look.px(12)}px; border: {_stroke(look)} solid transparent; border-bottom: none;
        border-top-left-radius: {look.px(10)}px; border-top-right-radius: {look.px(10)}px; }}
    QTabBar::tab:selected {{ background: {theme.card}; color: {theme.ink}; border-color: {theme.line}; }}
    QTabBar::tab:focus {{ color: {theme.petrol_text}; border: {look.ring}px solid {theme.focus}; }}
    """


def _bars(look: Look) -> str:
    theme = look.theme
    width = look.px(10)
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.edge}; border-radius: {look.px(3)}px; margin: {look.px(2)}px; }}
    QScrollBar::handle:vertical {{ min-height: {look.px(32)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {look.px(32)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {theme.ring}; border: none; border-radius: {look.px(4)}px; height: {look.px(8)}px;
        text-align: center; }}
    QProgressBar::chunk {{ background: {theme.petrol}; border-radius: {look.px(4)}px; }}
    """


def _stroke(look: Look) -> str:
    return f"{look.px(look.theme.stroke)}px"
