"""What a second read finds equals what the pixels say."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import make_scene, masks, read
from report_pages import Page, pixels_of

from evenlight.core.jobs import global_regression, overlap_report
from evenlight.core.jobs.scene import prepare
from evenlight.core.report.detail import BINS, SQUARES, read_detail
from evenlight.core.run import Run
from evenlight.core.settings import StatisticsSettings
from evenlight.core.statistics.blocks import cell_grid
from evenlight.core.statistics.scene import sweep


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("made"), rows=1, columns=2, size=130, step=70, bands=2, noise=20.0)


def test_histograms_scatter_and_differences(made):
    statistics = StatisticsSettings()
    scene = prepare(made.paths, 2, statistics)
    sums = sweep(scene, cell_grid(scene.canvas, scene.images), statistics, Run())
    detail = read_detail([scene], [scene.common(sums)], [(0, 1)], Run())
    assert detail.before is None and detail.fine_before is None
    for index, path in enumerate(made.paths):
        for band, (values, seen) in enumerate(zip(read(path), masks(path))):
            low, high = detail.edges[band]
            counts = np.histogram(np.clip(values[seen], low, high), BINS, (low, high))[0]
            # a value at an edge may fall to either side of it
            assert np.abs(counts - detail.now[index, band]).sum() <= 4
            assert detail.now[index, band].sum() == seen.sum()
    (pair,) = detail.pairs
    one, other = (read(path).astype(float) for path in made.paths)
    seen = masks(made.paths[0])[:, :, 70:] & masks(made.paths[1])[:, :, :60]
    assert pair.now.sum() == seen.sum()
    for band in range(2):
        a, b = one[band][:, 70:][seen[band]], other[band][:, :60][seen[band]]
        low, high = detail.edges[band]
        squares = np.histogram2d(np.clip(b, low, high), np.clip(a, low, high), SQUARES, [(low, high)] * 2)[0]
        assert np.abs(squares - pair.now[band]).sum() <= 8
        # maps of up to 96 pixels: of 130 rows two are one
        apart = np.where(seen[band], other[band][:, :60] - one[band][:, 70:], 0.0).reshape(65, 2, 30, 2).sum((1, 3))
        count = seen[band].reshape(65, 2, 30, 2).sum((1, 3))
        known = count > 0
        assert (np.isfinite(pair.differences[band]) == known).all()
        assert pair.differences[band][known] == pytest.approx(apart[known] / count[known])


def test_a_detailed_page_shows_them_before_and_after(made, tmp_path):
    result = global_regression(made.paths, str(tmp_path))
    for detailed in (False, True):
        overlap_report(made.paths, str(tmp_path / f"{detailed}.html"), after=result.outputs, detailed=detailed)
    plain, whole = (Page((tmp_path / f"{d}.html").read_text(encoding="utf-8")) for d in (False, True))
    assert whole.problems == []
    assert len(whole.pictures) == len(plain.pictures) + 2
    assert "Pixel by pixel" in "".join(whole.words)
    # finer pictures of the same
    sizes = [[pixels_of(one).shape for one in page.pictures if "image/png" in one] for page in (plain, whole)]
    assert sizes[1] == [(2, 130, 200)] * 2 and sizes[0][0][1] < 20
    assert whole.tables == plain.tables or whole.tables[:2] == plain.tables[:2]
