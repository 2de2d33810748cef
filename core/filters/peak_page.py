"""A page with the picture of a histogram and its peaks: one file, nothing from elsewhere, light and dark."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Mapping

import numpy as np

from .peaks import Histogram, Peak
from .settings import PeakSettings

WIDTH, HEIGHT = 960, 460
LEFT, RIGHT, TOP, BOTTOM = 76, 24, 52, 54
"""Of the picture, in its own units; the margins hold axes and labels."""

MOST_LABELS = 12
"""Peaks with their value beside them; the most prominent ones where there are more."""

LETTER = 8.0
"""Width of a letter of a label, about."""

CUT_FROM = 2.0
"""Times the highest smoothed count: the picture holds bars up to there, higher ones are cut."""

# Older engines that QGIS shows pages with know no variables, so every colour stands twice.
STYLE = """
body { margin: 2em auto; max-width: 60em; padding: 0 1em; font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif;
  background: #ffffff; color: #1d2b2f; }
h1 { font-size: 1.35em; font-weight: 600; margin: 0 0 .2em; }
p { margin: .2em 0 1em; color: #5c6d71; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 13px system-ui, "Segoe UI", Roboto, sans-serif; fill: #5c6d71; }
svg .label { font-weight: 600; fill: #1d2b2f; }
.grid { stroke: #e4eaeb; }
.axis { stroke: #93a3a6; }
.counted { fill: #cfe8e4; }
.smoothed { fill: none; stroke: #14706f; stroke-width: 2.5; stroke-linejoin: round; }
.valley { stroke: #93a3a6; stroke-dasharray: 3 4; opacity: .7; }
.cut { fill: none; stroke: #ffffff; stroke-width: 2.5; }
.stem { stroke: #b36b00; }
.width { stroke: #f0a020; stroke-width: 5; stroke-linecap: round; opacity: .75; }
.top { fill: #ffffff; stroke: #b36b00; stroke-width: 2.5; }
table { border-collapse: collapse; width: 100%; margin-top: 1.5em; font-variant-numeric: tabular-nums; }
th, td { padding: .35em .7em; text-align: right; border-bottom: 1px solid #e4eaeb; }
th { font-weight: 600; color: #5c6d71; border-bottom: 2px solid #93a3a6; }
@media (prefers-color-scheme: dark) {
  body { background: #14191b; color: #e6eded; }
  p, th { color: #9fb0b3; }
  svg text { fill: #9fb0b3; }
  svg .label { fill: #e6eded; }
  .grid { stroke: #283234; }
  .axis, .valley { stroke: #62757a; }
  .counted { fill: #21494a; }
  .cut { stroke: #14191b; }
  .smoothed { stroke: #7fd6c9; }
  .stem { stroke: #f7b733; }
  .width { stroke: #f7b733; opacity: .6; }
  .top { fill: #14191b; stroke: #f7b733; }
  th, td { border-bottom-color: #283234; }
  th { border-bottom-color: #62757a; }
}
"""

COLUMNS = ("Peak", "Value", "Height", "Prominence", "Width", "Between", "Share of pixels")

LEGEND = (
    (90, '<rect class="counted" x="{x}" y="9" width="18" height="12"/>', "counted"),
    (112, '<line class="smoothed" x1="{x}" y1="15" x2="{right}" y2="15"/>', "smoothed"),
    (204, '<line class="width" x1="{x}" y1="15" x2="{right}" y2="15"/>', "width at half prominence"),
    (0, '<line class="valley" x1="{middle}" y1="7" x2="{middle}" y2="23"/>', "valley"),
)
"""Width that each entry takes, its sign, and its word."""


class _Scale:
    """From values and counts to places in the picture."""

    def __init__(self, found: Histogram):
        bins = found.bins
        self.low = float(bins.value(-0.5))
        self.high = float(bins.value(bins.number - 0.5))
        smoothed, counted = float(found.smoothed.max()), float(found.count.max())
        # few spikes would press all else to the ground
        self.top = 1.12 * (counted if counted <= CUT_FROM * smoothed else smoothed)

    def x(self, value: float) -> float:
        """From the left."""
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - self.low) / (self.high - self.low)

    def y(self, count: float) -> float:
        """From above; what is higher than the picture ends at its upper edge."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - min(count / self.top, 1.0))


def peak_page(found: Histogram, name: str, settings: PeakSettings) -> str:
    """The page as HTML."""
    title = html.escape(f"{name}, band {settings.band}")
    bins = found.bins
    about = (
        f"{counted_text(len(found.peaks), 'peak')}; {counted_text(int(found.count.sum()), 'valid pixel')} in "
        f"{counted_text(bins.number, 'bin')} of {number_text(bins.step, bins.step)}, "
        f"smoothing {number_text(settings.smoothing, 1.0)}."
    )
    if (found.count > _Scale(found).top).any():
        about += " Bars higher than the picture are cut; their counts stand above them."
    rows = "".join(_row(index, peak, bins.step) for index, peak in enumerate(found.peaks, start=1))
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{about}</p>\n{_picture(found)}\n"
        f"<table>\n<tr>{head}</tr>\n{rows}</table>\n</body>\n</html>\n"
    )


def _row(index: int, peak: Peak, step: float) -> str:
    between = f"{number_text(peak.begins, step)} \u2013 {number_text(peak.ends, step)}"
    heights = _grouped(peak.height), _grouped(peak.prominence)
    cells = [str(index), number_text(peak.value, step), *heights, f"{peak.width:.4g}", between, f"{peak.share:.2%}"]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _picture(found: Histogram) -> str:
    scale = _Scale(found)
    labels = _labels(found, scale)
    parts = [
        *_legend(),
        *_axes(scale),
        f'<path class="counted" d="{_steps(found, scale)}"/>',
        *_cuts(found, scale),
        *_valleys(found, scale, labels),
        f'<polyline class="smoothed" points="{_line(found, scale)}"/>',
        *_marks(found, scale, labels),
    ]
    described = "Histogram with the peaks that the table lists"
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{described}">\n' + "\n".join(parts) + "\n</svg>"


def _legend() -> Iterator[str]:
    x = LEFT
    for width, sign, word in LEGEND:
        yield sign.format(x=x, middle=x + 9, right=x + 18)
        yield f'<text x="{x + 26}" y="19.5">{word}</text>'
        x += width


def _axes(scale: _Scale) -> Iterator[str]:
    base = HEIGHT - BOTTOM
    for count in _ticks(0.0, scale.top, 5):
        y = scale.y(count)
        yield f'<line class="grid" x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}"/>'
        yield f'<text x="{LEFT - 10}" y="{y + 4.5:.1f}" text-anchor="end">{_short(count)}</text>'
    values = _ticks(scale.low, scale.high, 8)
    for value in values:
        x = scale.x(value)
        yield f'<line class="axis" x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 6}"/>'
        text = number_text(value, values[-1] - values[0])
        yield f'<text x="{x:.1f}" y="{base + 22}" text-anchor="middle">{text}</text>'
    yield f'<line class="axis" x1="{LEFT}" y1="{base}" x2="{WIDTH - RIGHT}" y2="{base}"/>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">value</text>'
    middle = (TOP + base) / 2
    yield f'<text x="18" y="{middle}" text-anchor="middle" transform="rotate(-90 18 {middle})">pixels per bin</text>'


def _steps(found: Histogram, scale: _Scale) -> str:
    """The outline of the bins; runs of equal counts are one step."""
    base, bins = HEIGHT - BOTTOM, found.bins
    starts = np.flatnonzero(np.diff(found.count, prepend=-1))
    path = [f"M{scale.x(scale.low):.1f} {base}"]
    for start, end in zip(starts, [*starts[1:], bins.number]):
        left, right = (scale.x(float(bins.value(place - 0.5))) for place in (start, end))
        path.append(f"L{left:.1f} {scale.y(found.count[start]):.1f}H{right:.1f}")
    return "".join(path) + f"V{base}Z"


def _line(found: Histogram, scale: _Scale) -> str:
    places = np.arange(found.bins.number)
    return " ".join(
        f"{scale.x(value):.1f},{scale.y(count):.1f}" for value, count in zip(found.bins.value(places), found.smoothed)
    )


def _cuts(found: Histogram, scale: _Scale) -> Iterator[str]:
    """A break in every bar that is cut, and its count above it where no other one stands."""
    last = -math.inf
    for place in np.flatnonzero(found.count > scale.top):
        x = scale.x(float(found.bins.value(place)))
        text = _short(float(f"{found.count[place]:.3g}"))
        yield f'<path class="cut" d="M{x - 8:.1f} {TOP + 12}l16 -6m-16 12l16 -6"/>'
        if x - last > LETTER * (len(text) + 1):
            last = x
            yield f'<text class="over" x="{x:.1f}" y="{TOP - 4}" text-anchor="middle">{text}</text>'


def _labels(found: Histogram, scale: _Scale) -> dict[int, tuple[float, float]]:
    """Where the values of the most prominent peaks stand, by numbers of peaks; none touches another one."""
    labels: dict[int, tuple[float, float]] = {}
    taken: list[tuple[float, float, float]] = []
    for number in sorted(range(len(found.peaks)), key=lambda number: -found.peaks[number].prominence)[:MOST_LABELS]:
        peak = found.peaks[number]
        half = LETTER * len(number_text(peak.value, found.bins.step)) / 2
        x = min(max(scale.x(peak.value), half), WIDTH - half)
        y = scale.y(peak.height) - 12
        if all(abs(x - other) > half + wide or abs(y - height) > 16 for other, height, wide in taken):
            taken.append((x, y, half))
            labels[number] = x, y
    return labels


def _valleys(found: Histogram, scale: _Scale, labels: Mapping[int, tuple[float, float]]) -> Iterator[str]:
    """On both sides of the peaks that have a label: lines beside all of many would hide the bars."""
    for place in sorted({side for number in labels for side in (number, number + 1)} - {0, len(found.peaks)}):
        x = scale.x(found.peaks[place].begins)
        yield f'<line class="valley" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}"/>'


def _marks(found: Histogram, scale: _Scale, labels: Mapping[int, tuple[float, float]]) -> Iterator[str]:
    """Stems, widths and tops of all peaks, and the labels."""
    for number, peak in enumerate(found.peaks):
        x, y = scale.x(peak.value), scale.y(peak.height)
        half = scale.y(peak.height - peak.prominence / 2)
        value = number_text(peak.value, found.bins.step)
        yield f"<g><title>Peak {number + 1}: {value}, {peak.share:.1%} of the pixels</title>"
        yield f'<line class="stem" x1="{x:.1f}" y1="{y:.1f}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}"/>'
        left, right = scale.x(peak.left), scale.x(peak.right)
        yield f'<line class="width" x1="{left:.1f}" y1="{half:.1f}" x2="{right:.1f}" y2="{half:.1f}"/>'
        yield f'<circle class="top" cx="{x:.1f}" cy="{y:.1f}" r="{5 if number in labels else 3}"/>'
        if number in labels:
            x, y = labels[number]
            yield f'<text class="label" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{value}</text>'
        yield "</g>"


def _ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers within an interval."""
    rough = (high - low) / about
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * unit for factor in (1.0, 2.0, 5.0, 10.0) if factor * unit >= rough)
    first = math.ceil(low / step)
    return [float(f"{number * step:.12g}") for number in range(first, math.floor(high / step) + 1)]


def number_text(value: float, step: float, least: int = 6) -> str:
    """A value with digits that tell it from those a bin away, ``least`` at least; whole numbers in full."""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value)}"
    digits = 3 + math.floor(math.log10(abs(value))) - math.floor(math.log10(step)) if value and step else least
    return f"{value:.{min(max(digits, least), 17)}g}"


def counted_text(number: int, thing: str) -> str:
    """So many things; thousands stand apart."""
    return f"{_grouped(number)} {thing}" + ("" if number == 1 else "s")


def _grouped(count: float) -> str:
    """A count of pixels; thousands stand apart."""
    return f"{count:,.0f}".replace(",", "\u202f")


def _short(count: float) -> str:
    """A count with k or M."""
    for unit, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= unit:
            return f"{count / unit:g} {letter}"
    return f"{count:g}"
