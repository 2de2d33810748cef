"""The accuracy page, from what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from datasets import ImageSet
from methods import MeasuredSet, Row
from peers import PEERS

from evenlight.core.radiometry.metrics import FOLDS
from evenlight.core.settings import LocalSettings
from evenlight.core.version import VERSION

INTRODUCTION = """# Accuracy

Figures for developers: how near images come to each other on four sets, by every method. What to choose stands in
[Balance, Global, Local](balance.md).

Written by `.venv/bin/python benchmarks/accuracy.py` with Evenlight {version}; run it to check every figure.

How to read the tables. For every pair of overlapping images and every band, over the pixels valid in
both: d is the difference of the means, r the root mean square of the differences, and s the root mean
square of the two standard deviations. Then, averaged over pairs and bands with the number of pixels as
weight,

* **mean difference** is |d| / s: how much brighter one image is than its neighbour;
* **RMSE** is r / s: 0 is perfect agreement; sqrt(2) is what two unrelated images of equal contrast give;
* **unseen** is the same RMSE on blocks that were held out of the local fit: the blocks are dealt into {folds}
  folds, each fold is corrected by a fit that had not seen it. Without a local step it is the RMSE itself;
* **contrast kept** is the sum of all images' standard deviations after over before (ideal 1). Agreement
  that is bought with contrast is worth nothing, so the two belong together;
* **levels** is the standard deviation, over the images, of the logarithms of their means: it grows where
  gains run away along a chain of images, and shrinks where true differences of exposure are taken out.
  Images of different ground may have one mean and different exposures: on common ground the fourth of
  drone_river is darker than the others by 8 to 17 %, so its mean rightly rises beyond theirs;
* **valid pixels** tells how many pixels and bands became invalid or valid: none should.

A global step cannot bring the RMSE below sqrt(2 (1 - r)), r being the correlation in the overlap, and
mean differences cannot vanish where loops of overlaps contradict each other. All runs use the default
settings but for what their row says; every local step starts from the robust global one.
"""

PEER_NOTE = """## Beside other tools

Figures of spectralmatch 1.6 and of the Orfeo ToolBox (mosaic, gains by RMSE) were measured with those tools
on the same images; contrast kept in brackets.
"""


def write_page(target: Path, measured: Sequence[MeasuredSet], missing: Sequence[str]) -> None:
    """Write the Markdown file."""
    parts = [INTRODUCTION.format(version=VERSION, folds=FOLDS)]
    if missing:
        parts.append(f"Not measured, because the data folder does not hold them: {', '.join(missing)}.\n")
    for one in measured:
        parts.append(_set_section(one))
    beside = [one for one in measured if one.images.name in PEERS]
    if beside:
        parts.append(PEER_NOTE + "\n" + _peer_table(beside))
    parts.append("## Pair by pair\n\nAll bands of a pair together, with the default settings.\n")
    for one in measured:
        parts.append(_pair_section(one))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(parts), encoding="utf-8")


def _set_section(one: MeasuredSet) -> str:
    head = (
        "method", "mean difference", "RMSE", "unseen", "contrast kept", "levels", "clipped",
        "valid pixels lost / gained",
    )  # fmt: skip
    rows = [
        (
            row.method,
            f"{row.overlap.bias:.4f}",
            f"{row.overlap.normalised_rmse:.4f}",
            f"{row.unseen.normalised_rmse:.4f}" if row.unseen else "",
            f"{row.contrast:.3f}",
            f"{row.levels:.4f}",
            f"{row.clipped:.3%}",
            f"{row.change.lost} / {row.change.gained}",
        )
        for row in one.rows
    ]
    return f"## {one.images.name}\n\n{_about(one.images)}\n\n{markdown_table(head, rows)}"


def _peer_table(measured: Sequence[MeasuredSet]) -> str:
    head = (
        "set",
        "untouched, mean difference",
        "spectralmatch global",
        "OTB gains",
        "**Evenlight global**",
        "spectralmatch local, RMSE",
        "**Evenlight local, RMSE**",
        "unseen: no local step / block means / **Evenlight**",
    )
    rows = []
    for one in measured:
        peer, default = PEERS[one.images.name], LocalSettings()
        untouched = one.rows[0]
        robust = _find(one, "global, robust")
        local = _find(one, f"local, {default.reference}, {default.correction}")
        blocks = _find(one, f"local, block_means, {default.correction}")
        rows.append(
            (
                one.images.name,
                f"{untouched.overlap.bias:.3f}",
                _bracketed(*peer.spectralmatch_global),
                _bracketed(*peer.otb),
                f"**{robust.overlap.bias:.4f}** ({robust.contrast:.3f})",
                _bracketed(*peer.spectralmatch_local),
                f"**{local.overlap.normalised_rmse:.4f}** ({local.contrast:.3f})",
                " / ".join(f"{row.unseen.normalised_rmse:.4f}" for row in (robust, blocks, local) if row.unseen),
            )
        )
    return markdown_table(head, rows)


def _pair_section(one: MeasuredSet) -> str:
    head = (
        "pair",
        "pixels",
        "mean difference: untouched",
        "global",
        "local",
        "RMSE: untouched",
        "global",
        "local",
        "unseen",
    )
    rows = [
        (
            f"{Path(one.images.paths[stages[0].first]).stem} - {Path(one.images.paths[stages[0].second]).stem}",
            f"{stages[0].pixels:,}",
            *(f"{stage.overlap.bias:.4f}" for stage in stages[:3]),
            *(f"{stage.overlap.normalised_rmse:.4f}" for stage in stages),
        )
        for stages in one.pairs
    ]
    return f"### {one.images.name}\n\n{markdown_table(head, rows)}"


def _find(one: MeasuredSet, method: str) -> Row:
    return next(row for row in one.rows if row.method == method)


def _about(images: ImageSet) -> str:
    return images.about[0].upper() + images.about[1:] + "."


def _bracketed(value: float, contrast: float) -> str:
    return f"{value:.3f} ({contrast:.3f})"


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, first column flush left, the others flush right."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
