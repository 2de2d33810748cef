"""The table of methods, and what they cost."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from made_views import Ground, views

from evenlight.core.align.methods import MEMORY_PER_PIXEL, METHODS, MOTIONS, NEEDS_OPENCV, estimate
from evenlight.core.align.settings import AlignMethod, FeatureKind, MatchSettings, TransformModel
from evenlight.core.align.transform import Transform


def test_every_method_is_there():
    for table in (METHODS, MOTIONS, MEMORY_PER_PIXEL):
        assert set(table) == set(AlignMethod)
    assert all(TransformModel.TRANSLATION in transforms for transforms in MOTIONS.values())


@pytest.mark.parametrize("method", AlignMethod)
def test_every_method_finds_what_it_offers(method):
    if method in NEEDS_OPENCV:
        pytest.importorskip("cv2")
    pair = views(Ground(256), Transform.shift(3.3, -1.7))
    for model in MOTIONS[method]:
        transform = estimate(pair, MatchSettings(method=method, motion=model)).transform
        moved = transform.moved(np.array([[128.0, 128.0]])) - 128.0
        assert np.allclose(moved, (3.3, -1.7), atol=0.1)


@pytest.mark.parametrize("method", AlignMethod)
def test_no_more_memory_than_is_reckoned_with(method):
    """What numpy allocates, OpenCV's arrays in Python too."""
    if method in NEEDS_OPENCV:
        pytest.importorskip("cv2")
    pair = views(Ground(400), Transform.shift(3.3, -1.7), cloud=0.1)
    settings = MatchSettings(method=method, motion=MOTIONS[method][-1], feature=FeatureKind.AKAZE)
    if method is AlignMethod.FEATURES:
        settings = replace(settings, feature=FeatureKind.ORB)
    estimate(pair, settings)
    tracemalloc.start()
    try:
        estimate(pair, settings)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak / pair.image.size < MEMORY_PER_PIXEL[method]
