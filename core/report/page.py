"""The page of a record: one HTML file that loads nothing, runs no script, and prints."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..errors import EvenlightError, MissingLibraryError, shown
from ..installing import how_to_install
from . import figures
from .advice import ONLINE
from .pictures import picture, stretch_of
from .record import PairEntry, Record

TEMPLATES = Path(__file__).resolve().parent / "templates"

MOST_PAIRS, MOST_ROWS = 400, 2000
"""Rows of tables that a page shows, of pairs, and of images and bands; all are in the JSON file and the table."""

WORDS = {"good": "good", "look": "have a look", "act": "act", "unknown": "not known"}
"""Of the states of lights."""

NOTHING = "\u2013"


def check_templates() -> list[EvenlightError]:
    """Whether pages can be made."""
    try:
        import jinja2  # noqa: F401
    except ImportError:
        remedy = f"{how_to_install('python3-jinja2', 'jinja2')}, or end the report's name with .json or .csv."
        return [MissingLibraryError("Jinja2 (the Python package jinja2)", remedy)]
    return []


def render(template: str, **values: object) -> str:
    """A page from a file of `TEMPLATES`; all values are escaped.  Raises `MissingLibraryError`."""
    for problem in check_templates():
        raise problem
    import jinja2

    loader = jinja2.FileSystemLoader(str(TEMPLATES))
    made = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(figure=number, percent=percent, grouped=grouped)
    page = made.get_template(template).render(values)
    # names of files may be no text
    return shown(page)


def number(value: float | None, digits: int = 4) -> str:
    """A figure with so many significant digits."""
    if value is None or not math.isfinite(value):
        return NOTHING
    if 0.0 < abs(value) < 1e-4 or abs(value) >= 1e7:
        return f"{value:.{digits - 1}e}"
    places = digits - 1 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:.{max(places, 0)}f}"


def percent(value: float | None) -> str:
    """A share."""
    return NOTHING if value is None or not math.isfinite(value) else f"{value:.3%}"


def grouped(value: float) -> str:
    """A count."""
    return f"{int(value):,}"


def page_of_record(record: Record) -> str:
    """The page as HTML.  Raises `MissingLibraryError`."""
    order = worst_first(record)
    drawn = figures.need_matplotlib()
    missing = "" if drawn else how_to_install("python3-matplotlib", "matplotlib")
    return render(
        "report.html",
        record=record,
        online=ONLINE,
        words=WORDS,
        mosaics=_mosaics(record),
        missing=missing,
        pictures=_pictures(record, order) if drawn else {},
        pairs=[_pair_row(record, n) for n in order[:MOST_PAIRS]],
        rows=_image_rows(record),
        shown_pairs=min(MOST_PAIRS, len(order)),
    )


def worst_first(record: Record) -> list[int]:
    """The numbers of all pairs, those first that agree least after the run; what is not known comes last."""
    when = "after" if record.has_after else "before"
    left = np.array([pair.mean(when, "normalised_rmse") for pair in record.pairs])
    return np.argsort(-np.nan_to_num(left, nan=-1.0, posinf=1e9), kind="stable").tolist()


def _mosaics(record: Record) -> list[dict[str, str]]:
    shown_cells = record.pictures
    if shown_cells is None:
        return []
    limits = stretch_of(shown_cells)
    arrays = {"Before": shown_cells.before, "After": shown_cells.after}
    return [
        {"label": label, "source": picture(values, shown_cells.colours, limits)}
        for label, values in arrays.items()
        if values is not None
    ]


def _pictures(record: Record, order: Sequence[int]) -> dict[str, dict[str, str]]:
    found = {"graph": figures.graph(record)}
    if record.pictures is not None and np.isfinite(record.pictures.errors).any():
        found["errors"] = figures.error_map(record)
    if len(record.bands) > 1:
        found["images"] = figures.image_spectra(record)
        if any(pair.before is not None for pair in record.pairs):
            found["pairs"] = figures.pair_spectra(record, order)
    return found


def _image_rows(record: Record) -> list[dict[str, object]]:
    rows = []
    for place, image in enumerate(record.images[: max(1, MOST_ROWS // len(record.bands))]):
        for band, name in enumerate(record.bands):
            figures_of = {
                key: None if (values := getattr(image, key)) is None else values[band]
                for key in ("gain", "offset", "gain_error", "offset_error", "local", "clipped")
            }
            stats = {
                f"{key}_{when}": None if (found := getattr(image, when)) is None else getattr(found, key)[band]
                for when in ("before", "after")
                for key in ("mean", "std")
            }
            rows.append({"image": image, "place": place, "first": band == 0, "band": name, **figures_of, **stats})
    return rows


def _pair_row(record: Record, place: int) -> dict[str, object]:
    pair = record.pairs[place]
    row = {"pair": pair, "place": place, "one": record.images[pair.first].name, "two": record.images[pair.second].name}
    for when in ("before", "after"):
        row.update({f"{name}_{when}": pair.mean(when, name) for name in ("bias", "rmse", "normalised_rmse")})
    row["correlation"] = pair.mean("before", "correlation")
    return {**row, "weight": _extreme(pair, "weight", np.nanmin), "sigmas": _extreme(pair, "sigmas", np.nanmax)}


def _extreme(pair: PairEntry, name: str, which) -> float | None:
    """The lowest or highest value over bands, gains and offsets."""
    values = getattr(pair, name)
    return None if values is None or not np.isfinite(values).any() else float(which(values))
