"""Figures of a page by matplotlib, as SVG: equal figures have equal bytes, nothing of them is loaded from elsewhere."""

from __future__ import annotations

import base64
import importlib
import io
import warnings
from collections.abc import Callable, Sequence

import numpy as np

from ..errors import printable
from ..messages import Message, spoken
from .record import ImageEntry, PairEntry, Record

GOOD, MIDDLE, BAD, PALE, DARK = "#14706f", "#e8a020", "#c0392b", "#c9d3d4", "#1d2b2f"
INK = "#5c6d71"
WHEN = {"before": Message("before"), "after": Message("after")}
TITLES = {"before": Message("Before"), "after": Message("After")}
MOST_NAMES = 30
"""Images with their names in a figure, and lines with a colour of their own."""
MOST_COLOURS = 10
MOST_LABELS = 12
WORST_PAIRS = 12
"""Of which spectra are drawn."""
MOST_ERROR = 1.4
"""Of the contrast: what unrelated images have; colours end there."""
SALT = "evenlight"


def need_matplotlib() -> bool:
    """Whether figures can be drawn: one that does not fit this numpy is as good as none."""
    try:
        for name in ("matplotlib", "matplotlib.figure"):
            importlib.import_module(name)
    except (ImportError, AttributeError, RuntimeError):
        return False
    return True


def drawn(draw: Callable[[object], None], width: float, height: float, about: str) -> dict[str, str]:
    """A figure of so many inches as the source of an image, and what it shows."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    options = {"svg.hashsalt": SALT, "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9.0,
               "axes.spines.top": False, "axes.spines.right": False, "text.color": DARK, "axes.labelcolor": INK,
               "xtick.color": INK, "ytick.color": INK, "axes.edgecolor": "#93a3a6", "axes.unicode_minus": True,
               "text.usetex": False}  # fmt: skip
    with matplotlib.rc_context(options), warnings.catch_warnings():
        # letters are drawn by the browser, which has other fonts
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        figure = Figure(figsize=(width, height))
        FigureCanvasSVG(figure)
        draw(figure)
        written = io.BytesIO()
        metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
        figure.savefig(written, format="svg", metadata=metadata, bbox_inches="tight", pad_inches=0.05)
    text = written.getvalue()
    code = base64.b64encode(text[text.index(b"<svg"):]).decode("ascii")
    return {"source": f"data:image/svg+xml;base64,{code}", "about": about}


def label(name: str, most: int = 24) -> str:
    """A name as matplotlib shows it: no formula, and not longer than there is space."""
    name = printable(name, 255)
    short = name if len(name) <= most else f"{name[: most // 2 - 1]}\u2026{name[-(most // 2):]}"
    return short.replace("$", r"\$")


def colours():
    """From agreement to none."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("agreement", [GOOD, MIDDLE, BAD])


def graph(record: Record) -> dict[str, str]:
    """Overlaps as links between footprints, coloured by what is left of errors."""
    when = "after" if record.has_after else "before"
    errors = np.array([pair.mean(when, "normalised_rmse") for pair in record.pairs])
    top = _top(errors)
    corners = [image.corners for image in record.images]
    places = spread_out(np.array([one.mean(axis=0) for one in corners]), _sizes(corners))
    marked = {n for finding in record.findings for n in finding.images}

    def draw(figure) -> None:
        from matplotlib.cm import ScalarMappable
        from matplotlib.collections import LineCollection, PolyCollection
        from matplotlib.colors import Normalize

        axes, norm, scale = figure.add_subplot(), Normalize(0.0, top), colours()
        edges = [BAD if n in marked else PALE for n in range(len(corners))]
        axes.add_collection(PolyCollection(corners, facecolors=(0, 0, 0, 0.015), edgecolors=edges, linewidths=0.9))
        order = np.argsort(np.nan_to_num(errors), kind="stable")
        for rejected in (False, True):
            chosen = [n for n in order if (record.pairs[n].state == "rejected") == rejected]
            lines = [[places[record.pairs[n].first], places[record.pairs[n].second]] for n in chosen]
            found = [scale(norm(errors[n])) if np.isfinite(errors[n]) else PALE for n in chosen]
            style = "dashed" if rejected else "solid"
            axes.add_collection(LineCollection(lines, colors=found, linewidths=1.8, linestyles=style))
        if record.pairs:
            axes.plot(*places.T, "o", color=DARK, markersize=4)
        _names(axes, record.images, places)
        _rejections(axes, record.pairs, places)
        axes.autoscale()
        axes.set_aspect("equal")
        axes.set_axis_off()
        if record.pairs:
            figure.colorbar(ScalarMappable(norm, scale), ax=axes, shrink=0.6, pad=0.02, label=_rmse(record))

    return drawn(draw, 7.2, 4.6, Message(
        "Footprints of the images, and a link for each overlap; rejected ones are dashed"
    ) if record.pairs else Message("Footprints of the images"))


def _names(axes, images: Sequence[ImageEntry], places: np.ndarray) -> None:
    if len(images) <= MOST_NAMES:
        middle = places[:, 1].mean()
        for image, place in zip(images, places):
            # away from the links
            up = 1 if place[1] >= middle else -1
            axes.annotate(label(image.name), place, xytext=(0, 5 * up), textcoords="offset points", ha="center",
                          va="bottom" if up > 0 else "top", fontsize=8)  # fmt: skip


def _rejections(axes, pairs: Sequence[PairEntry], places: np.ndarray) -> None:
    found = [pair for pair in pairs if pair.state == "rejected"]
    for pair in found if len(found) <= MOST_LABELS else ():
        middle = (places[pair.first] + places[pair.second]) / 2
        axes.annotate(spoken(Message("rejected")), middle, ha="center", va="center", fontsize=7, color=BAD,
                      bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"})  # fmt: skip


def _sizes(corners: Sequence[np.ndarray]) -> np.ndarray:
    return np.array([np.ptp(one, axis=0).min() for one in corners])


def spread_out(places: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Middles of footprints (N, 2), those that would hide each other on a circle around where they are."""
    moved, left = places.astype(float), list(range(len(places)))
    while left:
        first = left[0]
        near = [n for n in left if np.hypot(*(places[n] - places[first])) < 0.05 * sizes[first]]
        left = [n for n in left if n not in near]
        if len(near) > 1:
            turn = 2.0 * np.pi * np.arange(len(near)) / len(near) + np.pi / 2
            moved[near] += 0.3 * sizes[first] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return moved


def _rmse(record: Record) -> str:
    return spoken(Message("normalised RMSE after") if record.has_after else Message("normalised RMSE"))


def _top(errors: np.ndarray) -> float:
    """Where the colours of errors end."""
    known = errors[np.isfinite(errors)]
    return float(np.clip(known.max(initial=0.1), 0.1, MOST_ERROR))


def error_map(record: Record) -> dict[str, str]:
    """What is left of errors, cell by cell."""
    shown = record.pictures

    def draw(figure) -> None:
        axes = figure.add_subplot()
        scale = colours().copy()
        scale.set_bad("#eef1f1")
        west, south, east, north = shown.bounds
        values = np.ma.masked_invalid(shown.errors)
        found = axes.imshow(values, scale, vmin=0.0, vmax=_top(shown.errors), extent=(west, east, south, north),
                            interpolation="nearest")  # fmt: skip
        axes.set_axis_off()
        figure.colorbar(found, ax=axes, shrink=0.6, pad=0.02, label=_rmse(record))

    return drawn(draw, 7.2, 4.6, Message("Normalised RMSE in each cell of the overlaps"))


def image_spectra(record: Record) -> dict[str, str]:
    """Means of all images by band."""
    whens = ["before", "after"] if record.has_after else ["before"]
    number = len(record.images)

    def draw(figure) -> None:
        axes = np.atleast_1d(figure.subplots(1, len(whens), sharey=True))
        for one, when in zip(axes, whens):
            for n, image in enumerate(record.images):
                colour = f"C{n}" if number <= MOST_COLOURS else GOOD
                line = {"color": colour, "linewidth": 1.2, "alpha": 1.0 if number <= MOST_COLOURS else 0.35}
                one.plot(_numbers(record), getattr(image, when).mean, "o-", markersize=3, **line)
            one.set_title(spoken(TITLES[when]) if record.has_after else "", fontsize=10)
            _bands(one, record)
        axes[0].set_ylabel(spoken(Message("mean ({unit})", unit=record.unit)))
        if number <= MOST_COLOURS:
            names = [label(image.name) for image in record.images]
            figure.legend(axes[0].get_lines(), names, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncol=3,
                          frameon=False, fontsize=8)  # fmt: skip

    return drawn(draw, 7.2, 2.9, Message("Mean of each image by band"))


def pair_spectra(record: Record, order: Sequence[int]) -> dict[str, str]:
    """Means of both images in the overlaps that agree least; ``order``: of all pairs, the worst first."""
    chosen = [record.pairs[n] for n in order if record.pairs[n].before is not None][:WORST_PAIRS]
    columns = min(4, max(1, len(chosen)))
    rows = -(-len(chosen) // columns)

    def draw(figure) -> None:
        axes = figure.subplots(rows, columns, squeeze=False).ravel()
        for one in axes[len(chosen):]:
            one.set_axis_off()
        for one, pair in zip(axes, chosen):
            for when, style in (("before", "--"), ("after", "-")) if record.has_after else (("before", "-"),):
                stats = getattr(pair, when)
                if stats is not None:
                    one.plot(_numbers(record), stats.mean_first, style, color=GOOD, linewidth=1.2)
                    one.plot(_numbers(record), stats.mean_second, style, color=MIDDLE, linewidth=1.2)
            names = [label(record.images[n].name, 18) for n in (pair.first, pair.second)]
            one.set_title("\n".join(names), fontsize=7)
            one.tick_params(labelsize=7)
            _bands(one, record)
        figure.tight_layout()

    return drawn(draw, 7.2, 1.9 * rows, Message(
        "Means of both images of an overlap: first green, second orange, before dashed"
    ) if record.has_after else Message("Means of both images of an overlap: first green, second orange"))


def _numbers(record: Record) -> np.ndarray:
    return np.arange(1, len(record.bands) + 1)


def _bands(axes, record: Record) -> None:
    numbers = _numbers(record)
    axes.set_xticks(numbers[:: max(1, len(numbers) // 8)])
    axes.set_xlabel(spoken(Message("band")), fontsize=8)
