"""What core tests share: made-up scenes with a known truth, and progress that remembers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Test files are imported one by one, so what they share has a folder of its own.
sys.path.insert(0, str(Path(__file__).parent / "helpers"))


@pytest.fixture(scope="session")
def four_images(tmp_path_factory):
    """Four overlapping images of one ground with known gains and offsets, no noise; for reading only."""
    from made_scenes import make_scene

    return make_scene(tmp_path_factory.mktemp("four"), rows=2, columns=2, bands=2)


@pytest.fixture(scope="session")
def lit_images(tmp_path_factory):
    """Six images that differ by a smooth illumination field of up to 15 % and noise; for reading only."""
    from made_scenes import make_scene, sunlight

    folder = tmp_path_factory.mktemp("lit")
    options = {"rows": 2, "columns": 3, "size": 160, "bands": 2, "gain_spread": 0.1}
    return make_scene(folder, **options, light=sunlight, noise=4.0, seed=5)
