"""Peaks of histograms with known modes."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.filters.peaks import find_peaks, in_units, make_bins
from evenlight.core.filters.settings import PeakSettings

MODES = (40.0, 110.0, 180.0)


def mixed(dtype="float64", number=200_000):
    """A tenth, three tenths and six tenths of the values lie around three modes."""
    random = np.random.default_rng(4)
    which = random.choice(3, number, p=(0.1, 0.3, 0.6))
    values = random.normal(np.array(MODES)[which], 10.0)
    return values if np.dtype(dtype).kind == "f" else np.rint(values).astype(dtype)


def peaks_of(values, **settings):
    chosen = PeakSettings(**settings)
    bins = make_bins(values.dtype, float(values.min()), float(values.max()), chosen.bins)
    return find_peaks(bins, bins.count(values), chosen)


@pytest.mark.parametrize("dtype", ["float64", "float32", "uint8", "int16", "int32"])
def test_known_modes_are_found(dtype):
    """Value within 2, the share within 1 %, the width that of a normal distribution, 2.35 deviations, within 15 %."""
    found = peaks_of(mixed(dtype)).peaks
    assert [peak.value for peak in found] == pytest.approx(MODES, abs=2.0)
    assert [peak.share for peak in found] == pytest.approx((0.1, 0.3, 0.6), abs=0.01)
    assert [peak.width for peak in found] == pytest.approx([23.5] * 3, rel=0.15)
    for peak in found:
        assert peak.begins <= peak.left < peak.value < peak.right <= peak.ends


def test_counts_are_numpys():
    values = mixed()
    found = peaks_of(values, bins=100)
    assert np.array_equal(found.count, np.histogram(values, 100)[0])


def test_bins_of_whole_numbers_hold_equally_many():
    """No comb: 300 values in 256 bins would put two into every sixth one."""
    values = np.arange(300, dtype=np.uint16).repeat(5)
    found = peaks_of(values)
    assert found.bins.step == 2
    assert set(found.count.tolist()) == {10}


@pytest.mark.parametrize(
    ("limit", "kept"),
    [
        ({"min_prominence": 30.0}, [1, 2]),
        ({"min_height": 60.0}, [2]),
        ({"min_distance": 100.0}, [0, 2]),
        ({"min_width": 200.0}, []),
    ],
)
def test_each_limit_leaves_out_what_it_should(limit, kept):
    found = peaks_of(mixed(), **limit).peaks
    assert [peak.value for peak in found] == pytest.approx([MODES[number] for number in kept], abs=2.0)


def test_units_do_not_matter():
    """Values times 0.0001: peaks times 0.0001."""
    one = peaks_of(mixed(), min_distance=20.0, min_width=5.0).peaks
    other = peaks_of(mixed() * 1e-4, min_distance=20e-4, min_width=5e-4).peaks
    assert [peak.value for peak in other] == pytest.approx([1e-4 * peak.value for peak in one], rel=1e-9)
    assert [peak.width for peak in other] == pytest.approx([1e-4 * peak.width for peak in one], rel=1e-6)


def test_peaks_at_the_ends_are_peaks():
    """Saturated pixels stand at the last value."""
    values = np.concatenate([mixed("uint8"), np.full(30_000, 255, np.uint8), np.zeros(20_000, np.uint8)])
    assert [peak.value for peak in peaks_of(values).peaks] == pytest.approx((0.0, *MODES, 255.0), abs=2.0)


def test_all_pixels_belong_to_a_peak():
    found = peaks_of(mixed("uint8"), smoothing=0.0, min_prominence=0.0).peaks
    assert len(found) > 5
    assert sum(peak.share for peak in found) == pytest.approx(1.0)


def test_one_value_is_one_peak():
    found = peaks_of(np.full(10, 3.5))
    assert len(found.peaks) == 1
    assert found.peaks[0].share == 1.0


@pytest.mark.parametrize("value", [17.3, -17.3, 1e12, 0.0, 3e-9])
def test_the_only_value_is_its_peak(value):
    """The middle of its bin, in any unit."""
    assert peaks_of(np.full(10, value)).peaks[0].value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("gain", "level"), [(1e-4, 0.0), (0.5, -20.0), (-2.0, 300.0)])
def test_tags_lead_to_physical_values(gain, level):
    """As if the band held physical values, in any order; limits too."""
    values = mixed("uint16")
    bins = make_bins(values.dtype, float(values.min()), float(values.max()), 256)
    settings = PeakSettings(min_distance=100.0 * abs(gain), min_width=5.0 * abs(gain))
    found = find_peaks(*in_units(bins, bins.count(values), gain, level), settings).peaks
    plain = peaks_of(values, min_distance=100.0, min_width=5.0).peaks
    ordered = sorted(plain, key=lambda peak: gain * peak.value)
    assert [peak.value for peak in found] == pytest.approx([gain * peak.value + level for peak in ordered])
    assert [peak.width for peak in found] == pytest.approx([abs(gain) * peak.width for peak in ordered])
    assert [peak.share for peak in found] == pytest.approx([peak.share for peak in ordered], abs=0.01)
