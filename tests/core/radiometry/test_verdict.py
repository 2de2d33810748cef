"""Words for figures: every verdict by what it is about, and advice from the thresholds on."""

from __future__ import annotations

import re

import pytest

from evenlight.core.radiometry.metrics import Quality
from evenlight.core.radiometry.verdict import PAIRS_SHOWN, Case, PairRow, advice, figures, pair_table, verdict
from evenlight.core.settings import GlobalSettings, LocalSettings, PifSettings
from evenlight.core.thresholds import CONTRAST_HELD, FAIR, GOOD, OVERFITTED, UNLIKE

NAN = float("nan")


def quality(before=0.34, after=0.02, contrast=0.99, **more):
    """Figures of a run."""
    return Quality(30.0, 24.0, 0.7, 0.5, before, after, contrast, 1, 0)._replace(**more)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (0.34, 0.02, "The images now agree well: the mean difference fell from 0.34 to 0.020 of the contrast; "),
        (0.34, GOOD, "The images now agree well: the mean difference fell from 0.34 to 0.10 of the contrast; "),
        (0.05, 0.05, "The images agreed already: the mean difference stays 0.050 of the contrast; "),
        (0.05, 0.07, "The images agreed already: the mean difference rose from 0.050 to 0.070 of the contrast; "),
        (0.34, FAIR, "The images agree better: the mean difference fell from 0.34 to 0.25 of the contrast; "),
        (0.9, 0.4, "The images still differ: the mean difference fell from 0.90 to 0.40 of the contrast; "),
        (0.4, 0.4, "The images do not agree: the mean difference stays 0.40 of the contrast; "),
        (0.2, 0.3, "The images do not agree: the mean difference rose from 0.20 to 0.30 of the contrast; "),
    ],
)
def test_the_verdict_says_what_the_figures_say(before, after, sentence):
    assert verdict(quality(before, after), Case()) == f"{sentence}contrast is kept."


def test_levels_of_other_ground_are_called_levels():
    """From 0.9 of the contrast on images hardly show the same."""
    assert verdict(quality(normalised_after=0.89), Case()).startswith("The images now agree well: ")
    text = verdict(quality(normalised_after=0.9), Case())
    assert text.startswith("The levels of the images now agree well: ")
    assert text.endswith("contrast is kept; single pixels still differ by 0.90 of the contrast (RMSE).")


@pytest.mark.parametrize(
    ("contrast", "case", "end"),
    [
        (CONTRAST_HELD[0], Case(), "contrast is kept."),
        (0.82, Case(), "contrast fell to 0.82 times what it was."),
        (1.3, Case(), "contrast rose to 1.30 times what it was."),
        (0.82, Case("follows the model images"), "contrast follows the model images (0.82 times what it was)."),
    ],
)
def test_contrast_is_right_with_model_images(contrast, case, end):
    """What they have is right; nothing is to be done then."""
    assert verdict(quality(contrast=contrast), case).endswith(end)
    inside = CONTRAST_HELD[0] <= contrast <= CONTRAST_HELD[1]
    assert bool(advice(quality(contrast=contrast), case)) == (not inside and not case.contrast)


def test_unknown_figures_are_said_to_be():
    unknown = quality(NAN, NAN, normalised_after=NAN)
    assert "is not known" in verdict(unknown, Case())
    assert not figures(unknown)
    assert not advice(unknown, Case())


def test_groups_that_do_not_meet_are_named():
    assert "of the contrast, in 3 groups that do not meet; " in verdict(quality(groups=3), Case())


@pytest.mark.parametrize(
    ("figure", "at", "beyond", "case", "remedy"),
    [
        ("contrast_kept", CONTRAST_HELD[0], 0.89, Case(of_global=GlobalSettings()), "MODEL_IMAGES"),
        ("contrast_kept", CONTRAST_HELD[1], 1.11, Case(of_local=LocalSettings()), "ALPHA"),
        ("bias_after", FAIR, 0.26, Case(), "MASK"),
        ("normalised_after", UNLIKE, 1.21, Case(), "align"),
        ("held_out", 0.5 * OVERFITTED, 0.64, Case(of_local=LocalSettings()), "BLOCKS"),
    ],
)
def test_advice_begins_at_the_threshold_and_says_what_to_do(figure, at, beyond, case, remedy):
    """The figure stands in it."""
    usual = quality(held_in=0.5, held_out=0.5)
    assert advice(usual._replace(**{figure: at}), case) == []
    (text,) = advice(usual._replace(**{figure: beyond}), case)
    assert remedy in text
    assert f"{beyond:.2f}" in text


REMEDIES = ("MODEL_IMAGES_MODE", "MODEL_IMAGES", "METHOD robust", "PIF_METHOD residual", "ALPHA", "MASK of Save",
            "(MASK)", "BLOCKS_BY_VARIATION", "BLOCK_ROWS", "BLOCKS", "SMOOTHNESS")  # fmt: skip
EXACT, NAMED = GlobalSettings(method="least_squares"), {"model_images": ("a",)}
RESIDUAL = GlobalSettings(pif=PifSettings(method="residual"))
CONTRAST, LEVEL, OTHER = {"contrast_kept": 0.5}, {"bias_after": 0.5}, {"normalised_after": 1.3}
FITTED = {"held_in": 0.1, "held_out": 0.5}


@pytest.mark.parametrize(
    ("figures", "case", "remedies"),
    [
        (CONTRAST, Case(of_global=GlobalSettings()), {"MODEL_IMAGES"}),
        (CONTRAST, Case(of_global=EXACT), {"MODEL_IMAGES", "METHOD robust"}),
        (CONTRAST, Case(of_global=GlobalSettings(**NAMED, model_images_mode="exclude")), set()),
        (CONTRAST, Case(of_global=GlobalSettings(**NAMED, model_images_mode="shape")), {"MODEL_IMAGES_MODE"}),
        (CONTRAST, Case(of_local=LocalSettings()), {"ALPHA"}),
        (CONTRAST, Case(of_local=LocalSettings(alpha=0)), set()),
        (LEVEL, Case(of_global=GlobalSettings()), {"(MASK)", "PIF_METHOD residual"}),
        (LEVEL, Case(of_global=RESIDUAL), {"(MASK)"}),
        (LEVEL, Case(of_local=LocalSettings()), {"(MASK)"}),
        (LEVEL, Case(of_local=LocalSettings(), of_maps=True), {"MASK of Save"}),
        (OTHER, Case(of_local=LocalSettings(), of_maps=True), {"MASK of Save"}),
        (OTHER, Case(of_global=RESIDUAL), {"(MASK)"}),
        (FITTED, Case(of_local=LocalSettings()), {"BLOCKS", "SMOOTHNESS"}),
        (FITTED, Case(of_local=LocalSettings(reference="block_means")), {"BLOCKS"}),
        (FITTED, Case(of_local=LocalSettings(block_rows=9)), {"BLOCK_ROWS", "SMOOTHNESS"}),
        (FITTED, Case(of_local=LocalSettings(blocks_by_variation=True)),
         {"BLOCKS_BY_VARIATION", "BLOCKS", "SMOOTHNESS"}),
    ],
)  # fmt: skip
def test_advice_can_be_followed_and_is_not_yet(figures, case, remedies):
    """No step that was not made, no choice that is made already."""
    (text,) = advice(quality(**figures), case)
    assert {one for one in REMEDIES if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)} == remedies


def test_images_without_contrast_have_no_figure_before():
    """Of images of one value each, say: no number is what they had."""
    endless = quality(float("inf"), 0.05, normalised_before=float("inf"))
    text = verdict(endless, Case())
    assert text.startswith("The images now agree well: the mean difference is now 0.050 of the contrast; ")
    assert "which is 0.5000 after of the contrast" in figures(endless)[0]
    row = pair_table([PairRow(0, 1, 5, float("inf"), 0.1)], ["a", "b"]).splitlines()[2]
    assert row.split() == ["-", "0.100", "5", "a", "-", "b"]
    assert "inf" not in text + figures(endless)[0]


def test_the_check_has_both_figures_of_one_ground():
    (_, check) = figures(quality(held_out=0.58, held_in=0.57))
    assert "0.5800 of the contrast are left there; solved with it, 0.5700 on the same ground" in check


def test_a_table_has_the_worst_pairs_only():
    rows = [PairRow(n, n + 1, 1000 * n, 1.0, n / 10) for n in range(9)] + [PairRow(0, 9, 5, 1.0, NAN)]
    text = pair_table(rows, [f"i{n}" for n in range(10)]).splitlines()
    assert text[0] == f"RMSE of the contrast, the worst {PAIRS_SHOWN} of 9 pairs:"
    assert len(text) == 2 + PAIRS_SHOWN
    assert text[2].split() == ["1.000", "0.800", "8,000", "i8", "-", "i9"]
    assert pair_table([], []) == ""


def test_a_rejected_pair_is_marked():
    text = pair_table([PairRow(0, 1, 10, 1.0, 0.5, "rejected")], ["a", "b"])
    assert text.endswith("a - b (rejected)")
