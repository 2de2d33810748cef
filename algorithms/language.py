"""The user's language: that of QGIS, where there is a translation into it; English otherwise."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..core.errors import as_told
from ..core.messages import translated

FOLDER = Path(__file__).resolve().parents[1] / "i18n"
"""Holds a .qm file for each language; a checkout has none until they are compiled."""

MOST = 2**31 - 1
"""That Qt takes as a number of things; all larger ones have the same plural."""


def in_users_language(text: str, number: int | None = None) -> str:
    """The translation of a text that is marked somewhere, or the text itself; see `core.messages.Translate`."""
    return QCoreApplication.translate("Evenlight", text, None, -1 if number is None else min(int(number), MOST))


def worded(message: str) -> str:
    """A message of the core in the user's language; its names of files as Qt can show them."""
    return as_told(str(translated(message, in_users_language)))


def quoted(label: str) -> str:
    """A label between the quotation marks of the user's language."""
    locale = QLocale(QgsApplication.locale())
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return f"\u201c{label}\u201d"
    return locale.quoteString(label)


def load_translation(folder: Path = FOLDER) -> QTranslator | None:
    """Show texts in QGIS's language from now on; None where it is English, or one without a translation.

    The caller keeps it and removes it again with ``QCoreApplication.removeTranslator``.
    """
    translator = QTranslator()
    if not translator.load(QLocale(QgsApplication.locale()), "evenlight", "_", str(folder)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
