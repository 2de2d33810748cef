"""The page with a histogram and its peaks."""

from __future__ import annotations

import math

import numpy as np

from ..filters.peaks import Histogram, Peak, number_text
from ..filters.settings import PeakSettings
from ..installing import how_to_install
from ..messages import Message, joined, spoken
from .figures import DARK, GOOD, MIDDLE, drawn, need_matplotlib
from .page import render
from .tools import tool_name

MOST_LABELS = 12
"""Peaks with their value beside them; the most prominent ones where there are more."""

LETTER, LINE = 0.0085, 0.05
"""Width of a letter of a label and height of a line of them, over those of the picture, about."""

CUT_FROM = 2.0
"""Times the highest smoothed count: the picture holds bars up to there, higher ones are cut."""

MANY_BINS = 2048
"""Bars that are drawn as a picture: as lines they would take megabytes."""


def peak_page(found: Histogram, name: str, settings: PeakSettings) -> str:
    """The page as HTML.  Raises `MissingLibraryError`."""
    bins = found.bins
    about = Message(
        "{peaks}; {pixels} in {bins} of {width}, smoothing {smoothing}.",
        peaks=Message("{n:,} peaks", "{n:,} peak", n=len(found.peaks)),
        pixels=Message("{n:,} valid pixels", "{n:,} valid pixel", n=int(found.count.sum())),
        bins=Message("{n:,} bins", "{n:,} bin", n=bins.number),
        width=number_text(bins.step, bins.step), smoothing=number_text(settings.smoothing, 1.0),
    )
    if cuts(found):
        about = joined(
            " ", [about, Message("Bars higher than the picture are cut; their counts stand above them.")]
        )
    has_figure = need_matplotlib()
    return render(
        "peaks.html",
        tool=tool_name("histogram_peaks"),
        title=Message("{name}, band {band}", name=name, band=settings.band),
        about=about,
        rows=[_row(number, peak, bins.step) for number, peak in enumerate(found.peaks, start=1)],
        picture=_picture(found) if has_figure else None,
        missing="" if has_figure else how_to_install("python3-matplotlib", "matplotlib"),
    )


def _row(number: int, peak: Peak, step: float) -> list[str]:
    between = f"{number_text(peak.begins, step)} \u2013 {number_text(peak.ends, step)}"
    heights = f"{peak.height:,.0f}", f"{peak.prominence:,.0f}"
    return [str(number), number_text(peak.value, step), *heights, f"{peak.width:.4g}", between, f"{peak.share:.2%}"]


def top_of(found: Histogram) -> float:
    """The count at the upper edge of the picture: few spikes would press all else to the ground."""
    smoothed, counted = float(found.smoothed.max()), float(found.count.max())
    return 1.12 * (counted if counted <= CUT_FROM * smoothed else smoothed)


def cuts(found: Histogram) -> list[tuple[float, str]]:
    """Values of bars that are higher than the picture, and their counts; nothing where another one stands."""
    marks, last = [], -math.inf
    for place in np.flatnonzero(found.count > top_of(found)):
        text = _short(float(f"{found.count[place]:.3g}"))
        x = place / found.bins.number
        shown = x - last > LETTER * (len(text) + 1)
        marks.append((float(found.bins.value(place)), text if shown else ""))
        last = x if shown else last
    return marks


def labelled(found: Histogram) -> list[int]:
    """Numbers of the most prominent peaks, whose values stand beside them; none touches another one."""
    low, high, top = _extent(found)
    chosen: list[int] = []
    taken: list[tuple[float, float, float]] = []
    for number in sorted(range(len(found.peaks)), key=lambda number: -found.peaks[number].prominence)[:MOST_LABELS]:
        peak = found.peaks[number]
        half = LETTER * len(number_text(peak.value, found.bins.step)) / 2
        x, y = (peak.value - low) / (high - low), min(peak.height / top, 1.0)
        if all(abs(x - other) > half + wide or abs(y - height) > LINE for other, height, wide in taken):
            taken.append((x, y, half))
            chosen.append(number)
    return sorted(chosen)


def _extent(found: Histogram) -> tuple[float, float, float]:
    """Lowest and highest value of the picture, and its highest count."""
    bins = found.bins
    return float(bins.value(-0.5)), float(bins.value(bins.number - 0.5)), top_of(found)


def _picture(found: Histogram) -> dict[str, str]:
    low, high, top = _extent(found)
    bins = found.bins

    def draw(figure) -> None:
        axes = figure.add_subplot()
        edges = low + (high - low) * np.arange(bins.number + 1) / bins.number
        axes.stairs(np.minimum(found.count, top), edges, fill=True, color="#cfe8e4", label=spoken(Message("counted")),
                    rasterized=bins.number > MANY_BINS)  # fmt: skip
        axes.plot(bins.value(np.arange(bins.number)), found.smoothed, color=GOOD, linewidth=1.6,
                  label=spoken(Message("smoothed")))  # fmt: skip
        _peaks(axes, found, labelled(found))
        for value, text in cuts(found):
            axes.plot([value], [top * 0.975], marker="_", markersize=12, markeredgewidth=2.5, color="white")
            axes.annotate(text, (value, top), ha="center", va="bottom", fontsize=8)
        axes.set_xlim(low, high)
        axes.set_ylim(0.0, top)
        axes.set_xlabel(spoken(Message("value")))
        axes.set_ylabel(spoken(Message("pixels per bin")))
        axes.legend(loc="lower left", bbox_to_anchor=(0.0, 1.04), ncol=4, frameon=False, fontsize=8)

    return drawn(draw, 9.0, 4.2, Message("Histogram with the peaks that the table lists"))


def _peaks(axes, found: Histogram, chosen: list[int]) -> None:
    """Stems, widths and tops of all peaks, values of some, and valleys beside these."""
    for number, peak in enumerate(found.peaks):
        axes.plot([peak.value] * 2, [0.0, peak.height], color="#b36b00", linewidth=0.8)
        half = peak.height - peak.prominence / 2
        axes.plot([peak.left, peak.right], [half] * 2, color=MIDDLE, linewidth=3.5, alpha=0.75,
                  solid_capstyle="round",
                  label=spoken(Message("width at half prominence")) if number == 0 else None)  # fmt: skip
        axes.plot([peak.value], [peak.height], "o", markersize=6 if number in chosen else 4, markerfacecolor="white",
                  markeredgecolor="#b36b00", markeredgewidth=1.6)  # fmt: skip
    for place in sorted({side for number in chosen for side in (number, number + 1)} - {0, len(found.peaks)}):
        axes.axvline(found.peaks[place].begins, color="#93a3a6", linewidth=0.8, linestyle=(0, (3, 4)))
    for number in chosen:
        peak = found.peaks[number]
        axes.annotate(number_text(peak.value, found.bins.step), (peak.value, peak.height), xytext=(0, 7),
                      textcoords="offset points", ha="center", fontsize=8, fontweight="bold", color=DARK)  # fmt: skip


def _short(count: float) -> str:
    """A count with k or M."""
    for unit, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= unit:
            return f"{count / unit:g} {letter}"
    return f"{count:g}"
