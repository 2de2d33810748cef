"""The page with the peaks of a histogram."""

from __future__ import annotations

import base64
import sys
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from report_pages import Page

from evenlight.core.filters.peaks import find_peaks, make_bins
from evenlight.core.filters.settings import PeakSettings
from evenlight.core.report.peaks import MOST_LABELS, cuts, labelled, peak_page

MODES = (40.0, 110.0, 180.0)


def mixed(dtype="float64", number=200_000):
    random = np.random.default_rng(4)
    values = random.normal(np.array(MODES)[random.choice(3, number, p=(0.1, 0.3, 0.6))], 10.0)
    return values if np.dtype(dtype).kind == "f" else np.rint(values).astype(dtype)


def peaks_of(values, **settings):
    chosen = PeakSettings(**settings)
    bins = make_bins(values.dtype, float(values.min()), float(values.max()), chosen.bins)
    return find_peaks(bins, bins.count(values), chosen)


def texts_of(page):
    """Words of the picture."""
    picture = ElementTree.fromstring(base64.b64decode(page.pictures[0].partition("base64,")[2]))
    return ["".join(one.itertext()) for one in picture.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("values", [mixed(), np.full(10, 3.5), mixed("uint8"), mixed() * 1e-9, np.full(3, 7, np.uint8)])
def test_the_page_is_whole(values):
    found = peaks_of(values)
    text = peak_page(found, 'a <b> & "c" $x$', PeakSettings())
    page = Page(text)
    assert page.problems == []
    assert len(page.tables[0]) == len(found.peaks) + 1
    assert 'a <b> & "c" $x$, band 1' in "".join(page.words)
    assert "nan" not in "".join(page.words)
    assert text == peak_page(found, 'a <b> & "c" $x$', PeakSettings())


def test_the_only_value_is_in_the_only_bin():
    assert "1 bin of" in peak_page(peaks_of(np.full(10, 17.3)), "x", PeakSettings())


def test_values_stand_beside_the_peaks():
    found = peaks_of(mixed())
    values = [row[1] for row in Page(peak_page(found, "x", PeakSettings())).tables[0][1:]]
    assert set(values) <= set(texts_of(Page(peak_page(found, "x", PeakSettings()))))


def test_bars_that_are_cut_have_their_count():
    found = peaks_of(np.concatenate([mixed("uint8"), np.full(90_000, 31, np.uint8)]))
    assert cuts(found) == [(31.0, "90.5 k")]
    page = Page(peak_page(found, "x", PeakSettings()))
    assert "90.5 k" in texts_of(page)
    assert "are cut" in "".join(page.words)
    assert cuts(peaks_of(mixed("uint8"))) == []


def test_labels_of_many_peaks_do_not_touch():
    """Every second value stands out, each of them the same."""
    found = peaks_of(np.arange(120, dtype=np.uint8).repeat(np.tile([5, 60], 60)), smoothing=0.0)
    assert len(found.peaks) == 60
    places = [found.peaks[number].value for number in labelled(found)]
    assert 3 < len(places) <= MOST_LABELS
    for left, right in zip(places, places[1:]):
        # a bold letter of the picture is about 5 of its 600 pixels wide
        assert right - left > 120 / 600 * 5 * (len(f"{left:.0f}") + len(f"{right:.0f}")) / 2


def test_large_values_keep_the_digits_that_tell_them_apart():
    rows = Page(peak_page(peaks_of(1e12 + mixed()), "x", PeakSettings())).tables[0][1:]
    assert [float(row[1]) - 1e12 for row in rows] == pytest.approx(MODES, abs=2.0)


def test_without_matplotlib_the_table_is_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = Page(peak_page(peaks_of(mixed()), "x", PeakSettings()))
    assert page.problems == [] and page.pictures == []
    assert len(page.tables[0]) == 4
    assert "matplotlib, which is not installed" in "".join(page.words)
