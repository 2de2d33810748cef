"""Presets find what they are called after, in spectra typical of each ground."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.masks.expression import ROLES, parse
from evenlight.core.masks.rule import PRESETS
from evenlight.core.masks.settings import MaskPreset

# Surface reflectance in blue, green, red, near infrared and at 1.6 micrometres, and the share of the scene.
GROUNDS = {
    "deep water": ((0.03, 0.02, 0.01, 0.005, 0.003), 0.06),
    "shallow water": ((0.10, 0.11, 0.06, 0.02, 0.01), 0.02),
    "forest": ((0.02, 0.04, 0.03, 0.30, 0.14), 0.25),
    "meadow": ((0.04, 0.08, 0.06, 0.38, 0.22), 0.20),
    "brown soil": ((0.06, 0.09, 0.14, 0.18, 0.28), 0.20),
    "sand": ((0.16, 0.26, 0.38, 0.46, 0.54), 0.05),
    "snow": ((0.85, 0.85, 0.82, 0.70, 0.08), 0.02),
    "cloud": ((0.55, 0.56, 0.57, 0.60, 0.48), 0.08),
    "thin cloud over forest": ((0.13, 0.15, 0.14, 0.36, 0.21), 0.04),
    "thin cloud over soil": ((0.17, 0.19, 0.22, 0.28, 0.33), 0.03),
    "shadow on meadow": ((0.01, 0.025, 0.015, 0.10, 0.05), 0.05),
}
CLOUDS = {"cloud", "thin cloud over forest", "thin cloud over soil"}
WATERS = {"deep water", "shallow water"}
FOUND = {
    MaskPreset.VEGETATION: {"forest", "meadow", "shadow on meadow", "thin cloud over forest"},
    MaskPreset.WATER: {*WATERS, "snow"},
    MaskPreset.CLOUD: CLOUDS,
    MaskPreset.SHADOW: {"shadow on meadow"},
}


def found(preset, factors=1.0, constants=0.0):
    """The grounds of which most pixels are in the mask, in a scene where all of them are."""
    random = np.random.default_rng(4)
    counts = [round(20_000 * share) for _, share in GROUNDS.values()]
    spectra = np.repeat([spectrum for spectrum, _ in GROUNDS.values()], counts, axis=0)
    spectra = spectra * random.normal(1, 0.04, size=(len(spectra), 1)) + random.normal(0, 0.003, size=spectra.shape)
    spectra = spectra * factors + constants
    bands = {role: spectra[:, index] for index, role in enumerate(ROLES)}
    expression = parse(PRESETS[preset])
    percentiles = {wanted: np.percentile(bands[wanted.band], wanted.share) for wanted in expression.percentiles}
    truth = expression.evaluate({name: bands[name] for name in expression.bands}, percentiles).true
    shares = [part.mean() for part in np.split(truth, np.cumsum(counts)[:-1])]
    by_ground = dict(zip(GROUNDS, shares))
    assert all(share < 0.1 or share > 0.9 for share in shares), by_ground
    return {name for name, share in by_ground.items() if share > 0.5}


@pytest.mark.parametrize("preset", FOUND)
def test_presets_find_what_they_are_called_after(preset):
    """Plants show through shadows and thin clouds; NDWI is above 0 for snow too."""
    assert found(preset) == FOUND[preset]


@pytest.mark.parametrize("constant", [0.2, 0.1, -0.05])
@pytest.mark.parametrize("preset", [MaskPreset.CLOUD, MaskPreset.SHADOW])
def test_a_constant_that_a_product_adds_changes_nothing(preset, constant):
    """0.2 is what a factor leaves in Landsat Collection 2, 0.1 in Sentinel-2 since 2022."""
    assert found(preset, constants=constant) == FOUND[preset]


@pytest.mark.parametrize("preset", [MaskPreset.CLOUD, MaskPreset.SHADOW])
def test_the_light_of_the_air_changes_nothing(preset):
    """Top of atmosphere: the air adds much in the blue and nothing in the infrared."""
    assert found(preset, constants=np.array([0.08, 0.05, 0.03, 0.01, 0.0])) == FOUND[preset]


@pytest.mark.parametrize("preset", [MaskPreset.VEGETATION, MaskPreset.WATER])
def test_ratios_do_not_ask_for_the_factor(preset):
    assert found(preset, factors=10_000.0) == FOUND[preset]


def test_every_preset_has_its_condition():
    assert set(PRESETS) == set(MaskPreset) - {MaskPreset.NONE, MaskPreset.LEARNED}
