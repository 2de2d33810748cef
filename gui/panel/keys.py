"""Keys that count in the map and in the panel: B shows what was before while it is held, N the next image on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

TYPED_INTO = (QLineEdit, QAbstractSpinBox, QComboBox)
"""Where letters are text."""


class Keys(QObject):
    """Watches widgets from the start until `close`."""

    def __init__(
        self,
        canvas: QWidget,
        panel: QWidget,
        hold: Callable[[bool], None],
        following: Callable[[], None],
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._hold, self._following, self._held = hold, following, False
        own = (widget for widget in panel.findChildren(QWidget) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        self._watched = [canvas, *(widget for widget in own if not _is_typed_into(widget))]
        self._for_each(self._watched, "installEventFilter")

    def close(self) -> None:
        """Watch nothing more."""
        self._for_each(self._watched, "removeEventFilter")
        self._watched = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys without others held."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self._held:
            # its release would be somebody else's
            self._let(False)
            return False
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_B:
            if not event.isAutoRepeat():
                self._let(kind == QEvent.Type.KeyPress)
            return True
        if event.key() == Qt.Key.Key_N:
            if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._following()
            return True
        return False

    def _let(self, held: bool) -> None:
        self._held = held
        self._hold(held)

    def _for_each(self, widgets: Iterable[QWidget], what: str) -> None:
        for widget in widgets:
            if not sip.isdeleted(widget):
                getattr(widget, what)(self)


def _is_typed_into(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, TYPED_INTO) or isinstance(parent, TYPED_INTO)
