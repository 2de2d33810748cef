"""Blocks that need no other read of the pixels, in a menu beside their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from .settings import LOCAL, Settings

if TYPE_CHECKING:
    from ...core.radiometry.larger_blocks import Offer

translate = QCoreApplication.translate

GIVEN = ("BLOCK_ROWS", "BLOCK_COLUMNS", "CANVAS_EXTENT")
"""The parameters that hold what is chosen: with them a run of the tool cuts the same blocks."""


class BlockOffers(QObject):
    """The menu of a button; empty, and the button off, where there is no preview."""

    def __init__(self, tool_button: QToolButton, settings: Settings):
        super().__init__(tool_button)
        self._button, self._settings = tool_button, settings
        self._offers: Sequence[Offer] = ()
        self._own: dict[str, object] = {}
        tool_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tool_button.setText(translate("Evenlight", "Larger"))
        tool_button.setObjectName("larger")
        tool_button.setToolTip(
            translate("Evenlight", "Larger blocks, solved for without reading the images again; after a preview")
        )
        self._menu = QMenu(tool_button)
        tool_button.setMenu(self._menu)
        self.show()

    def set(self, offers: Sequence[Offer], at: tuple[int, int]) -> None:
        """What can be chosen now; ``at``: rows and columns of the blocks that the preview is of."""
        if offers and offers[0][:2] == at:
            self._own = self._now()
        if offers != self._offers:
            self._offers = offers
            self._menu.clear()
            for place, offer in enumerate(offers):
                text = translate("Evenlight", "{} x {} blocks").format(offer.rows, offer.columns)
                self._menu.addAction(text).triggered.connect(lambda _=False, place=place: self._choose(place))
        self.show()

    def show(self) -> None:
        """Whether there is something to choose."""
        self._button.setEnabled(bool(self._settings.value(LOCAL)) and len(self._offers) > 1)

    def set_number(self, blocks: int) -> None:
        """A number of blocks is chosen: it counts, and not what was chosen here."""
        own = self._own if any(self._now() == _given(one) for one in self._offers) else {}
        self._settings.set_all({**self._settings.values(), **own, "BLOCKS": blocks})

    def _choose(self, place: int) -> None:
        given = _given(self._offers[place]) if place else self._own
        self._settings.set_all({**self._settings.values(), **given})

    def _now(self) -> dict[str, object]:
        return {name: self._settings.value(name) for name in GIVEN}


def _given(offer: Offer) -> dict[str, object]:
    """The parameters for it."""
    edges = offer.extent.west, offer.extent.east, offer.extent.south, offer.extent.north
    # all digits: edges of blocks are to be those of cells; without a system it is that of the images
    return dict(zip(GIVEN, (offer.rows, offer.columns, ",".join(map(repr, edges)))))
