"""Light that all images share, on scenes whose levels are known."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from made_light import CELL, SIZE, level_ratio, lit, pixel_error
from made_sums import cell_sums, north_up

from evenlight.core.radiometry.common_light import Verdict, find_common_light, without_light
from evenlight.core.radiometry.ground import DOUBTS
from evenlight.core.radiometry.light_field import Placement
from evenlight.core.settings import CommonLight

UNEVEN = np.array([0.4, -1.1, 1.3, -0.2, -1.0, 0.9, -0.6, 0.3])
"""Exposures without a drift, deviation 0.85."""

# what, the ratio of levels that gains alone leave, and with light taken out: at most
LIGHT = {
    "8 strips, 24 %": ({"slope": -0.24}, 4.0, 1.02),
    "8 strips, 10 %": ({"slope": 0.10}, 1.74, 1.02),
    "16 strips, 5 %": ({"columns": 16, "slope": 0.05}, 1.8, 1.02),
    "16 strips, 24 %": ({"columns": 16, "slope": 0.24}, np.inf, 1.02),
    "half shared, 20 %": ({"step": 50, "slope": 0.2}, 2.0, 1.02),
    "3 x 6 images, 15 %": ({"columns": 6, "rows": 3, "slope": 0.15}, 1.8, 1.02),
    "both ways": ({"columns": 6, "rows": 3, "slope": 0.2, "slope_down": -0.1}, 2.6, 1.02),
    "2 x 2 images, 40 %": ({"columns": 2, "rows": 2, "slope_down": 0.4}, 1.37, 1.02),
    "uneven exposures, 10 %": ({"slope": 0.24, "exposure": lambda n, _: np.exp(0.1 * UNEVEN[n])}, 3.9, 1.05),
    "uneven exposures, 30 %": ({"slope": 0.24, "exposure": lambda n, _: np.exp(0.3 * UNEVEN[n])}, 3.7, 1.05),
    "with vignetting": ({"slope": 0.2, "vignetting": 0.3}, 2.9, 1.02),
    "rough ground, one exposure": ({"slope": 0.24, "rough": 0.1}, 3.9, 1.02),
    "brighter at one end": ({"slope": 0.24, "trend": 1.5}, 3.9, 1.05),
}
NO_LIGHT = {
    "drifting exposures": {"exposure": lambda n, _: np.exp(0.2 * n)},
    "uneven exposures": {"exposure": lambda n, _: np.exp(0.3 * UNEVEN[n])},
    "vignetting": {"vignetting": 0.3},
    "rough ground": {"rough": 0.2},
    "four times brighter at one end": {"trend": 4.0},
    "automatic exposure, 8 images": {"by_ground": True, "rough": 0.2},
    "automatic exposure, 30 images": {"columns": 30, "by_ground": True, "rough": 0.2},
}


def look(scene, choice=CommonLight.AUTO, sensors=None):
    """What was found, and the sums without it."""
    found = find_common_light(scene.sums, scene.placements, scene.cells, choice, sensors)
    return found, without_light(scene.sums, found, scene.placements, scene.cells)


def verdicts(found):
    """Of all groups."""
    return [finding.verdict for finding in found.findings]


@pytest.mark.parametrize(("bands", "seed"), [(1, 1), pytest.param(1, 2, marks=pytest.mark.slow), (4, 1)])
@pytest.mark.parametrize("kind", LIGHT)
@pytest.mark.every(6)
def test_levels_stay_where_all_images_have_one_bright_side(kind, bands, seed):
    """Each link takes the slope for a gain, and levels run away; without the light they are the ground's."""
    options, runs, stays = LIGHT[kind]
    scene = lit(**options, bands=bands, seed=seed)
    alone = level_ratio(scene.sums, scene.truth)
    assert alone > min(runs, 10) or not alone > 0
    found, without = look(scene)
    assert verdicts(found) == [Verdict.TAKEN]
    assert level_ratio(without, scene.truth) < stays
    (finding,) = found.findings
    assert finding.left < 0.7 * finding.after


@pytest.mark.slow
@pytest.mark.parametrize("bands", [1, 4])
@pytest.mark.parametrize("kind", NO_LIGHT)
def test_exposure_and_ground_are_no_light(kind, bands):
    """The sums stay the same object: nothing is blended."""
    scene = lit(**NO_LIGHT[kind], bands=bands, seed=1)
    found, without = look(scene)
    assert Verdict.TAKEN not in verdicts(found)
    assert without is scene.sums
    assert not found.terms.any()


def test_light_hidden_in_the_ground_is_left_and_told():
    """Automatic exposure over rough ground: levels run away by a factor of four, and nothing says why."""
    scene = lit(slope=0.24, by_ground=True, rough=0.2, seed=1)
    (finding,) = look(scene)[0].findings
    assert finding.verdict is Verdict.HIDDEN
    assert finding.ratio_after > 3 > 1.1 > finding.ratio_before
    assert finding.certainty < 4


def test_an_even_slope_of_the_ground_under_automatic_exposure_looks_like_light():
    """The one case that is wrong, and cannot be known: the user's word decides."""
    scene = lit(trend=4.0, by_ground=True, seed=1)
    assert verdicts(look(scene)[0]) == [Verdict.TAKEN]
    assert level_ratio(look(scene, CommonLight.NEVER)[1], scene.truth) < 1.1


def test_never_looks_at_nothing():
    """No findings, so nothing is told either."""
    scene = lit(slope=0.24)
    found, without = look(scene, CommonLight.NEVER)
    assert found.findings == ()
    assert without is scene.sums


def test_always_takes_what_is_hidden():
    """As well as the images' slopes tell it: much nearer to the truth than gains alone."""
    ratios = []
    for seed in range(4):
        scene = lit(slope=0.24, by_ground=True, rough=0.1, seed=seed)
        without = look(scene, CommonLight.ALWAYS)[1]
        ratios.append(level_ratio(without, scene.truth) / level_ratio(scene.sums, scene.truth))
    assert max(ratios) < 0.6


@pytest.mark.parametrize(("bands", "seed"), [(1, 2), pytest.param(3, 3, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", LIGHT)
@pytest.mark.every(3)
def test_always_is_as_good_as_auto(kind, bands, seed):
    scene = lit(**LIGHT[kind][0], bands=bands, seed=seed)
    auto, always = (look(scene, choice)[0] for choice in (CommonLight.AUTO, CommonLight.ALWAYS))
    assert pixel_error(scene, always) < 1.01 * pixel_error(scene, auto)


PLAIN = {
    **{kind: options for kind, options in NO_LIGHT.items() if "automatic" not in kind and kind != "vignetting"},
    **{f"{n} images, roughness {r}": {"columns": n, "rough": r} for n in (2, 3, 4) for r in (0.0, 0.1, 0.2)},
    "uneven exposures of 2": {"columns": 2, "rough": 0.1, "exposure": lambda n, _: np.exp(0.3 * UNEVEN[n])},
    "uneven exposures of 4": {"columns": 4, "rough": 0.2, "exposure": lambda n, _: np.exp(0.3 * UNEVEN[n])},
    "2 x 2 images": {"columns": 2, "rows": 2, "rough": 0.2},
    "3 x 4 images": {"columns": 4, "rows": 3, "rough": 0.2},
}


@pytest.mark.every(3)
@pytest.mark.parametrize(("bands", "seed"), [(1, 1), pytest.param(3, 0, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", PLAIN)
def test_always_costs_little_where_there_is_no_light(kind, bands, seed):
    """Noise and ground are no light, whatever the user says."""
    scene = lit(**PLAIN[kind], bands=bands, seed=seed)
    never, always = (look(scene, choice)[0] for choice in (CommonLight.NEVER, CommonLight.ALWAYS))
    assert pixel_error(scene, always) < 1.1 * pixel_error(scene, never)


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("rough", [0.0, 0.1])
def test_always_finds_the_light_of_two_or_three(columns, rough):
    """Their exposures are even only without it."""
    scene = lit(columns=columns, slope=0.24, rough=rough, bands=2, seed=1)
    assert pixel_error(scene, look(scene, CommonLight.ALWAYS)[0]) < 0.012 < 0.1 < pixel_error(scene, look(scene)[0])


@pytest.mark.parametrize("choice", [CommonLight.AUTO, CommonLight.ALWAYS])
def test_bands_may_have_opposite_slopes(choice):
    """Each is clear by itself, so they are no contradiction."""
    scene = lit(slope=0.24, bands=2, of_band=(1.0, -1.0), seed=2)
    found, _ = look(scene, choice)
    assert found.terms[0, :, 0] == pytest.approx([0.24, -0.24], abs=0.01)
    assert pixel_error(scene, found) < 0.012


@pytest.mark.parametrize("choice", [CommonLight.AUTO, CommonLight.ALWAYS])
@pytest.mark.parametrize("slopes", [(0.24, -0.24), (0.24, 0.0), (0.24, 0.1)])
@pytest.mark.every(3)
def test_two_flights_over_one_ground_have_two_lights(choice, slopes):
    """Overlaps of one with the other show the difference of their slopes without any doubt."""
    one, two = (lit(slope=slope, seed=5) for slope in slopes)
    together = lit_together(one, two)
    found, _ = look(together, choice, ["a"] * 8 + ["b"] * 8)
    assert verdicts(found) == [Verdict.TAKEN]
    assert pixel_error(together, found) < 0.03


def test_dates_of_one_ground_have_no_common_light():
    """All show the same: their shading may be the ground's, whatever the user says."""
    scene = lit(columns=6, step=5, slope=0.24)
    for choice in (CommonLight.AUTO, CommonLight.ALWAYS):
        found, without = look(scene, choice)
        assert without is scene.sums
    assert verdicts(found) == [Verdict.FEW]


def test_the_field_is_the_light():
    """A slope of 24 %, its mean 1: the same at every image."""
    scene = lit(slope=0.24, seed=3)
    found, _ = look(scene)
    fields = [field for (field,) in found.fields(scene.placements)]
    across = (np.arange(SIZE) + 0.5) / SIZE - 0.5
    for n, field in enumerate(fields):
        row, column = 0, 80 * n
        seen = field.at(column + 0.5 + np.arange(SIZE), np.full(1, -row - SIZE / 2))[0]
        assert np.abs(np.log(seen) - 0.24 * across).max() < 0.02


def test_each_sensor_has_a_light_of_its_own():
    """Two flights over one ground, one bright in the east, the other in the west: together no light, apart two."""
    one, two = (lit(columns=8, slope=slope, seed=5) for slope in (0.24, -0.24))
    together = lit_together(one, two)
    sensors = ["a"] * 8 + ["b"] * 8
    found, _ = look(together, CommonLight.ALWAYS, sensors)
    slopes = found.terms[:, 0, 0]
    assert slopes[:8] == pytest.approx(0.24, abs=0.03)
    assert slopes[8:] == pytest.approx(-0.24, abs=0.03)
    assert np.abs(look(together, CommonLight.ALWAYS)[0].terms[:, 0, 0]).max() < 0.1


def lit_together(one, two):
    """Images of two scenes of one ground as one scene."""
    corners = [(0, 80 * n) for n in range(8)] * 2
    sums, cells = cell_sums([*one.pixels, *two.pixels], corners, CELL)
    return one._replace(
        sums=sums,
        cells=cells,
        placements=one.placements + two.placements,
        truth=np.concatenate([one.truth, two.truth]),
        pixels=one.pixels + two.pixels,
        ground=one.ground + two.ground,
    )


def test_groups_are_judged_apart():
    """A lit strip, and far from it one without light: only the first is changed."""
    one, two = lit(slope=0.24, seed=1), lit(seed=2)
    corners = [(0, 80 * n) for n in range(8)] + [(300, 80 * n) for n in range(8)]
    sums, cells = cell_sums([*one.pixels, *two.pixels], corners, CELL)
    found = find_common_light(sums, north_up(corners, SIZE), cells)
    assert verdicts(found) == [Verdict.TAKEN, Verdict.STEADY]
    assert found.terms[:8].any(axis=(1, 2)).all()
    assert not found.terms[8:].any()


def test_bands_are_tested_together():
    """Strong in blue, weak in red, absent in the infrared: every band gets its own strength."""
    scene = lit(slope=0.24, bands=3, of_band=(1.0, 0.5, 0.0), seed=2)
    found, without = look(scene)
    assert found.terms[0, :, 0] == pytest.approx([0.24, 0.12, 0.0], abs=0.02)
    assert level_ratio(without, scene.truth) < 1.05


def test_values_at_or_below_zero_have_no_light():
    """Decibels, say: no logarithm, and nothing is taken."""
    scene = lit(slope=0.24)
    below = scene.sums.adjusted(np.ones((8, 1)), np.full((8, 1), -2000.0))
    found = find_common_light(below, scene.placements, scene.cells)
    assert verdicts(found) == [Verdict.NOT_POSITIVE]


def test_a_turned_image_has_its_field_turned():
    """Placed upside down, as every second flight line is: the field turns with it."""
    place = Placement(np.array([0.5, 0.5]), np.array([[-1.0, 0.0], [0.0, -1.0]]) / SIZE)
    assert place.at(np.array([0.0, 100.0]), np.array([[0.0]]))[0].tolist() == [0.5, -0.5]
    assert place.centre.tolist() == [50.0, 50.0]


@pytest.mark.parametrize(("choice", "columns"), [(CommonLight.AUTO, 4), (CommonLight.AUTO, 8), (CommonLight.ALWAYS, 3)])
def test_overlaps_of_turned_images_tell_their_light(choice, columns):
    """Every second line flown back: what is bright in the east of one is bright in the west of the next."""
    scene, slope = lit(columns=columns, bands=2, seed=1), 0.24
    light = np.exp(slope * ((np.arange(SIZE) + 0.5) / SIZE - 0.5))
    images = [pixels * (light if n % 2 == 0 else 1 / light) for n, pixels in enumerate(scene.pixels)]
    placements = [
        place if n % 2 == 0 else Placement(-place.origin, -place.matrix) for n, place in enumerate(scene.placements)
    ]
    sums, cells = cell_sums(images, [(0, 80 * n) for n in range(columns)], CELL)
    turned = scene._replace(sums=sums, cells=cells, placements=placements, pixels=images)
    found, _ = look(turned, choice)
    assert found.terms[:, :, 0] == pytest.approx(slope, abs=0.02)


def test_units_do_not_matter():
    """Values times 1e-4: the same terms."""
    scene = lit(slope=0.24)
    small = scene.sums.adjusted(np.full((8, 1), 1e-4), np.zeros((8, 1)))
    found = find_common_light(small, scene.placements, scene.cells)
    assert found.terms == pytest.approx(look(scene)[0].terms, abs=1e-6)


def test_an_image_without_pixels_in_a_band_leaves_the_light_of_others():
    """That band is freed of its light as the others are."""
    scene = lit(slope=0.24, bands=2)
    scene.pixels[7][1] = np.nan
    corners = [(0, 80 * column) for column in range(8)]
    sums, cells = cell_sums(scene.pixels, corners, CELL)
    found = find_common_light(sums, scene.placements, cells)
    assert verdicts(found) == [Verdict.TAKEN]
    assert np.abs(np.abs(found.terms[:7, :, 0]) - 0.24).max() < 0.03


def test_always_says_where_there_is_nothing_to_take():
    """Few images of rough ground: no term is clear enough even to be tried."""
    for columns in (2, 3, 4):
        for seed in range(10):
            scene = lit(columns=columns, rough=0.1, seed=seed)
            found = find_common_light(scene.sums, scene.placements, scene.cells, CommonLight.ALWAYS)
            assert (verdicts(found) == [Verdict.TAKEN]) == found.terms.any()


def test_ground_that_all_images_of_a_row_show_is_no_light():
    """It is darker in the south in every one of them: with light from the west, only that is taken out."""
    scene = lit(slope=0.24)
    images = [pixels * (1 - 0.2 * (np.arange(SIZE)[:, None] / SIZE - 0.5)) for pixels in scene.pixels]
    sums, cells = cell_sums(images, [(0, 80 * column) for column in range(8)], CELL)
    found = find_common_light(sums, scene.placements, cells)
    assert verdicts(found) == [Verdict.TAKEN]
    assert found.terms[:, 0, 0].all()
    assert not found.terms[:, 0, [1, 3, 4]].any()


@pytest.mark.every(3)
@pytest.mark.parametrize("step", [71, 77, 83, 88])
@pytest.mark.parametrize("slope", [0.1, 0.24])
def test_cells_need_not_begin_where_images_do(step, slope):
    """A cell that reaches beyond an image lies elsewhere than its middle, and in both images of a pair at one place."""
    found, _ = look(lit(step=step, slope=slope, seed=2, speckle=0.0, cell=16))
    assert [finding.verdict for finding in found.findings] == [Verdict.TAKEN]
    assert np.allclose(found.terms[:, :, 0], slope, atol=0.02)


def warned(scene):
    """Whether auto takes the light, or has doubts that are worth a warning; and how far levels are off."""
    found, without = look(scene)
    doubts = {Verdict.TAKEN, *DOUBTS}
    return bool(doubts & set(verdicts(found))), level_ratio(without, scene.truth)


def exposed(deviation):
    """Exposures by chance."""
    return lambda _, random: np.exp(deviation * random.normal())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deviation", "columns", "seeds", "least"),
    [(0.0, (2, 3, 6), 4, 0.9), (0.15, (3, 6), 4, 0.8), (0.15, (2,), 16, 0.55)],
)
def test_light_that_may_hide_in_uneven_ground_is_warned_of(deviation, columns, seeds, least):
    """Ground that differs by 15 to 30 % from image to image: levels run away by no more than that.

    Of two images with exposures that differ by more than the light makes of them, many look like others without.
    """
    seen = [
        warned(lit(columns=n, slope=0.24, rough=rough, exposure=exposed(deviation), step=70, seed=seed))
        for n, rough, seed in itertools.product(columns, (0.15, 0.3), range(seeds))
    ]
    wrong = [told for told, off in seen if off > 1.1]
    assert len(wrong) >= 0.75 * len(seen)
    assert np.mean(wrong) >= least


@pytest.mark.slow
@pytest.mark.parametrize(("deviation", "most"), [(0.0, 0.05), (0.15, 0.25)])
def test_uneven_ground_without_light_is_seldom_warned_of(deviation, most):
    """With one exposure never; with uneven ones over such ground it can be known of most, not of all."""
    seen = [
        warned(lit(columns=n, rough=rough, exposure=exposed(deviation), step=70, seed=seed))[0]
        for n, rough, seed in itertools.product((2, 3, 6), (0.0, 0.15, 0.3), range(4))
    ]
    assert np.mean(seen) <= most


@pytest.mark.parametrize("kind", ["four times brighter at one end", "drifting exposures", "uneven exposures"])
def test_what_levels_and_overlaps_tell_is_not_warned_of(kind):
    """Ground that grows under one exposure: no gain does harm.  Even ground: the images have no slope of their own."""
    assert not warned(lit(**NO_LIGHT[kind], seed=1))[0]
