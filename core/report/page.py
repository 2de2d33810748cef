"""The page of a record: one HTML file that loads nothing, runs no script, and prints."""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, MissingLibraryError, shown
from ..installing import how_to_install
from ..messages import Message, counted, grouped, joined, language, spoken
from . import figures
from .advice import ONLINE
from .columns import heading
from .detail_figures import detail_figures
from .lights import ACT
from .pictures import picture, stretch_of
from .record import PairEntry, Record, worst_first
from .tools import tool_name

TEMPLATES = Path(__file__).resolve().parent / "templates"

MOST_PAIRS, MOST_ROWS = 400, 2000
"""Rows of tables that a page shows, of pairs, and of images and bands; all are in the JSON file and the table."""

WORDS = {
    "good": Message("good"), "look": Message("have a look"), "act": Message("act"), "unknown": Message("not known"),
}  # fmt: skip
"""Of the states of lights."""

HEADINGS = {"mosaic": Message("The mosaic"), "seamlines": Message("The seams")}
"""Of pages about something else than agreement, by tool."""

AGREEMENT, IMAGES = Message("How well the images agree"), Message("The images")

NOTHING = "\u2013"

HIGHEST = 26.0
"""Of a picture of the images, in letters."""


def check_templates(instead: str = "") -> list[EvenlightError]:
    """Whether pages can be made; ``instead``: what else to do where they cannot, as the rest of a sentence."""
    try:
        importlib.import_module("jinja2")
    except ImportError:
        how = how_to_install("python3-jinja2", "jinja2")
        remedy = (
            Message("{remedy}, or {instead}.", remedy=how, instead=instead) if instead else Message("{how}.", how=how)
        )
        return [MissingLibraryError(Message("Jinja2 (the Python package jinja2)"), remedy)]
    return []


def render(template: str, **values: object) -> str:
    """A page from a file of `TEMPLATES`; all values are escaped.  Raises `MissingLibraryError`."""
    for problem in check_templates():
        raise problem
    import jinja2

    loader = jinja2.FileSystemLoader(str(TEMPLATES))
    made = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=spoken,
    )  # fmt: skip
    made.globals.update(_=_page_text, column=heading)
    made.filters["said"] = spoken
    return shown(made.get_template(template).render(values))


def _page_text(template: str, singular: str | None = None, **values: object) -> str:
    """A text of a page's template in the page's language, with values, of which markup stays what it is."""
    from markupsafe import escape

    form = Message(template, singular, **values).form(language())
    return escape(form).format(**{name: spoken(value) for name, value in values.items()})


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


def page_of_record(record: Record) -> str:
    """The page as HTML.  Raises `MissingLibraryError`."""
    order = worst_first(record)
    drawn = figures.need_matplotlib()
    missing = "" if drawn else how_to_install("python3-matplotlib", "matplotlib")
    return render(
        "report.html",
        record=record,
        tool=tool_name(record.tool),
        counts=_counts(record),
        online=ONLINE,
        no_warning=_no_warning(record),
        words=WORDS,
        mosaics=_mosaics(record),
        missing=missing,
        pictures=_pictures(record, order) if drawn else {},
        pairs=_pair_table(record, order),
        images=_image_table(record),
        details=detail_figures(record) if drawn and record.detail else [],
        seams=_seams(record)[:MOST_PAIRS],
        heading=HEADINGS.get(record.tool, AGREEMENT if record.quality else IMAGES),
    )


def _counts(record: Record) -> tuple[Message, Message]:
    """How much the page is about: in short, and in full."""
    images, overlaps = counted(len(record.images), "image"), counted(len(record.pairs), "overlap")
    bands = counted(len(record.bands), "band")
    return images, joined(", ", [images, overlaps, bands] if record.pairs else [images, bands])


def _no_warning(record: Record) -> Message:
    """What to do where no warning says it."""
    if record.findings:
        return Message("What stands out says it; there is no further warning.")
    if any(light.state == ACT for light in record.lights):
        return Message("Look at what says \"{act}\" above; there is no further warning.", act=WORDS[ACT])
    return Message("Nothing: there is no warning.")


def _seams(record: Record) -> list[Sequence[object]]:
    """Rows of seams, the most visible first: along which images differ most."""

    def step(row: Sequence[object]) -> float:
        return float(row[-1]) if row[-1] != "" else -1.0

    return sorted(record.seams[1:], key=step, reverse=True)


def _mosaics(record: Record) -> list[dict[str, str]]:
    shown_cells = record.pictures
    if shown_cells is None:
        return []
    limits = stretch_of(shown_cells)
    first = Message("Before") if record.has_after else Message("As they are")
    arrays = {first: shown_cells.before, Message("After"): shown_cells.after}
    return [
        {"label": label, "source": picture(values, shown_cells.colours, limits), "width": _width_of(values)}
        for label, values in arrays.items()
        if values is not None
    ]


def _width_of(values: np.ndarray) -> float:
    """Of a picture as high as `HIGHEST`, in letters; the background is no wider than the picture."""
    rows, columns = values.shape[1:]
    return round(HIGHEST * columns / rows, 2)


def _pictures(record: Record, order: Sequence[int]) -> dict[str, dict[str, str]]:
    found = {"graph": figures.graph(record)} if record.images else {}
    if record.pictures is not None and np.isfinite(record.pictures.errors).any():
        found["errors"] = figures.error_map(record)
    if len(record.bands) > 1 and record.quality is not None:
        found["images"] = figures.image_spectra(record)
        if any(pair.before is not None for pair in record.pairs):
            found["pairs"] = figures.pair_spectra(record, order)
    return found


class Column(NamedTuple):
    """Of a table: its heading, and what shows a value of it."""

    heading: str
    key: str
    show: Callable[[object], str] = number
    alone: str = ""
    """The heading where there is no after."""


THREE, TWO = partial(number, digits=3), partial(number, digits=2)
OF_IMAGES = (
    Column(Message("Pixels in the mosaic"), "area", lambda value: NOTHING if value is None else grouped(value)),
    Column(Message("Gain"), "gain"), Column("\u00b1", "gain_error", TWO),
    Column(Message("Offset"), "offset"), Column("\u00b1", "offset_error", TWO),
    Column(Message("Mean before"), "mean_before", alone=Message("Mean")), Column(Message("Mean after"), "mean_after"),
    Column(Message("Deviation before"), "std_before", alone=Message("Deviation")),
    Column(Message("Deviation after"), "std_after"),
    Column(Message("Local"), "local", THREE), Column(Message("Clipped"), "clipped", percent),
)  # fmt: skip
OF_PAIRS = (
    Column(Message("Pixels"), "pixels", grouped),
    Column(Message("Bias before"), "bias_before", THREE, Message("Bias")),
    Column(Message("Bias after"), "bias_after", THREE),
    Column(Message("RMSE before"), "rmse_before", alone="RMSE"), Column(Message("RMSE after"), "rmse_after"),
    Column(Message("Norm. RMSE before"), "normalised_rmse_before", THREE, Message("Norm. RMSE")),
    Column(Message("Norm. RMSE after"), "normalised_rmse_after", THREE),
    Column(Message("Correlation"), "correlation", THREE),
    Column(Message("Weight"), "weight", THREE), Column(Message("Sigmas"), "sigmas", THREE),
)  # fmt: skip


def table_of(columns: Sequence[Column], rows: Sequence[dict[str, object]], has_after: bool) -> dict[str, object]:
    """Headings of the columns in which anything is known, and the rows with their cells as texts."""
    known = [column for column in columns if any(_is_known(row[column.key]) for row in rows)]
    cells = [{**row, "cells": [column.show(row[column.key]) for column in known]} for row in rows]
    headings = [column.heading if has_after else column.alone or column.heading for column in known]
    return {"headings": headings, "rows": cells, "keys": {column.key for column in known}}


def _image_table(record: Record) -> dict[str, object]:
    table = table_of(OF_IMAGES, _image_rows(record), record.has_after)
    notes = {
        "mean_before": Message("Means and standard deviations in {unit}.", unit=record.unit),
        "gain": Message("Gain and offset of stored values, with their standard errors."),
        "local": Message(
            "Local: how far the local step moves means of cells, root mean square, over the standard deviation."
        ),
    }
    named = any(row["band"] for row in table["rows"]) and bool(len(record.bands) > 1 or record.quality)
    return {**table, "bands": named, "notes": [text for key, text in notes.items() if key in table["keys"]]}


def _pair_table(record: Record, order: Sequence[int]) -> dict[str, object]:
    table = table_of(OF_PAIRS, [_pair_row(record, n) for n in order[:MOST_PAIRS]], record.has_after)
    notes = [Message(
        "Means over bands. Bias: difference of the means over the standard deviation. RMSE in {unit}; norm.: over the "
        "standard deviation.", unit=record.unit,
    )]
    if "weight" in table["keys"]:
        notes.append(Message(
            "Weight: the lowest in the solution, of any band, gain or offset; sigmas: the largest residual over the "
            "scale of all."
        ))
    return {**table, "notes": notes}


def _is_known(value: float | None) -> bool:
    return value is not None and not math.isnan(value)


def _image_rows(record: Record) -> list[dict[str, object]]:
    rows, keys = [], ("gain", "offset", "gain_error", "offset_error", "local", "clipped")
    for place, image in enumerate(record.images[: max(1, MOST_ROWS // max(1, len(record.bands)))]):
        for band, name in enumerate(record.bands):
            values = {key: None if getattr(image, key) is None else getattr(image, key)[band] for key in keys}
            for when in ("before", "after"):
                stats = getattr(image, when)
                values.update(
                    {f"{key}_{when}": None if stats is None else getattr(stats, key)[band] for key in ("mean", "std")}
                )
            area = image.area if band == 0 else None
            rows.append({"image": image, "place": place, "first": band == 0, "band": name, "area": area, **values})
    if all(value is None for row in rows for value in (row["mean_before"], row["gain"], row["clipped"])):
        # nothing is known band by band
        rows = [{**row, "band": ""} for row in rows if row["first"]]
    return rows


def _pair_row(record: Record, place: int) -> dict[str, object]:
    pair = record.pairs[place]
    row = {"pair": pair, "place": place, "one": record.images[pair.first].name, "two": record.images[pair.second].name,
           "pixels": pair.pixels, "counts": _counts_of(pair)}  # fmt: skip
    for when in ("before", "after"):
        row.update({f"{name}_{when}": pair.mean(when, name) for name in ("bias", "rmse", "normalised_rmse")})
    row["correlation"] = pair.mean("before", "correlation")
    return {**row, "weight": _extreme(pair, "weight", np.nanmin), "sigmas": _extreme(pair, "sigmas", np.nanmax)}


def _counts_of(pair: PairEntry) -> Message:
    """Whether a pair counts, and why it does not."""
    if not pair.reason:
        return pair.state or Message("yes")
    if pair.state == "rejected":
        return Message("rejected: {reason}", reason=pair.reason)
    return Message("counts in part: {reason}", reason=pair.reason)


def _extreme(pair: PairEntry, name: str, which) -> float | None:
    """The lowest or highest value over bands, gains and offsets."""
    values = getattr(pair, name)
    return None if values is None or not np.isfinite(values).any() else float(which(values))
