"""Figures of a second read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..messages import Message, spoken
from .detail import BINS, Detail, PairDetail
from .figures import GOOD, MOST_COLOURS, WHEN, drawn, label
from .record import Record

MOST_BANDS, COLUMNS = 8, 4
"""Bands that are shown, and panels in a row."""


def detail_figures(record: Record) -> list[dict[str, str]]:
    """Histograms of all images, and a figure of each pair that was looked at."""
    detail = record.detail
    return [histograms(record, detail), *(pair_figure(record, detail, pair) for pair in detail.pairs)]


def _bands(record: Record) -> range:
    return range(min(len(record.bands), MOST_BANDS))


def _panels(figure, kinds: Sequence[tuple[str, object]], bands: Sequence[int]) -> Iterator[tuple]:
    """Axes of each kind and band, those of a kind in rows of their own; the others show nothing."""
    columns = min(len(bands), COLUMNS)
    rows = -(-len(bands) // columns)
    axes = figure.subplots(rows * len(kinds), columns, squeeze=False)
    for number, (when, values) in enumerate(kinds):
        panels = axes[number * rows:(number + 1) * rows].ravel()
        for one in panels[len(bands):]:
            one.set_axis_off()
        yield when, values, panels


def _when(when: str) -> str:
    return spoken(WHEN[when]) if when else ""


def _rows(bands: Sequence[int]) -> int:
    return -(-len(bands) // COLUMNS)


def histograms(record: Record, detail: Detail) -> dict[str, str]:
    """Shares of each image's pixels by value, a panel for each band, before above after."""
    kinds = [("before", detail.before), ("after", detail.now)] if detail.before is not None else [("", detail.now)]
    bands, number = _bands(record), len(record.images)

    def draw(figure) -> None:
        lines = []
        for when, counts, panels in _panels(figure, kinds, bands):
            for band, one in zip(bands, panels):
                low, high = detail.edges[band]
                middles = low + (np.arange(BINS) + 0.5) * (high - low) / BINS
                for n in range(number):
                    share = counts[n, band] / max(counts[n, band].sum(), 1.0)
                    colour = f"C{n}" if number <= MOST_COLOURS else GOOD
                    one.plot(middles, share, color=colour, linewidth=1.0, alpha=1.0 if number <= MOST_COLOURS else 0.3)
                one.set_yticks([])
                one.tick_params(labelsize=7)
                one.set_title(f"{spoken(record.bands[band])} {_when(when)}".strip(), fontsize=8)
                lines = lines or one.get_lines()
        if number <= MOST_COLOURS:
            names = [label(image.name) for image in record.images]
            figure.legend(lines, names, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncol=3, frameon=False,
                          fontsize=8)  # fmt: skip
        figure.tight_layout()

    return drawn(draw, 7.2, 1.7 * len(kinds) * _rows(bands) + 0.3, Message("Histograms of the images by band"))


def pair_figure(record: Record, detail: Detail, pair: PairDetail) -> dict[str, str]:
    """Differences and scatter of a pair, a panel for each band."""
    bands, names = _bands(record), [label(record.images[n].name) for n in (pair.first, pair.second)]
    kinds: list[tuple[str, np.ndarray]] = [("", pair.differences)]
    kinds += [("before", pair.before), ("after", pair.now)] if pair.before is not None else [("", pair.now)]

    def draw(figure) -> None:
        for when, values, panels in _panels(figure, kinds, bands):
            for band, one in zip(bands, panels):
                if values is pair.differences:
                    _differences(figure, one, values[band])
                    one.set_title(spoken(record.bands[band]), fontsize=8)
                else:
                    _scatter(one, values[band], detail.edges[band])
                    one.set_xlabel(names[0] if band == 0 else "", fontsize=6)
                    one.set_ylabel(f"{names[1]} {_when(when)}".strip() if band % COLUMNS == 0 else "", fontsize=6)
        figure.tight_layout()

    plain = [record.images[n].name for n in (pair.first, pair.second)]
    height = (1.7 + 1.8 * (len(kinds) - 1)) * _rows(bands)
    return drawn(draw, 7.2, height, Message(
        "{second} less {first}, and values of both, pixel by pixel", first=plain[0], second=plain[1]
    ))


def _differences(figure, axes, values: np.ndarray) -> None:
    top = float(np.nanpercentile(np.abs(values), 98)) if np.isfinite(values).any() else 1.0
    found = axes.imshow(np.ma.masked_invalid(values), "RdBu_r", vmin=-(top or 1.0), vmax=top or 1.0,
                        interpolation="nearest")  # fmt: skip
    axes.set_axis_off()
    figure.colorbar(found, ax=axes, orientation="horizontal", pad=0.04, shrink=0.9).ax.tick_params(labelsize=6)


def _scatter(axes, counts: np.ndarray, edges: np.ndarray) -> None:
    low, high = edges
    axes.imshow(np.ma.log10(np.ma.masked_equal(counts, 0)), "YlGnBu", origin="lower", extent=(low, high, low, high),
                aspect="equal", interpolation="nearest")  # fmt: skip
    axes.plot([low, high], [low, high], color="#c0392b", linewidth=0.7)
    axes.tick_params(labelsize=6)
