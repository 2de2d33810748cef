"""Clouds by a trained network, through a stand-in that has the interface of OmniCloudMask 1.8."""

from __future__ import annotations

import pickle
import sys
from types import ModuleType

import numpy as np
import pytest
from made_scenes import read, to_type, write
from recorders import Recorder
from scipy import ndimage

from evenlight.core.errors import EvenlightError, Problems
from evenlight.core.execution import Signal
from evenlight.core.jobs import threshold_mask
from evenlight.core.masks import learned
from evenlight.core.masks.rule import rule_of
from evenlight.core.masks.settings import MaskPreset, ThresholdSettings
from evenlight.core.raster.image import describe
from evenlight.core.settings import ExecutionSettings, OutputSettings

BANDS = {"red_band": 3, "green_band": 2, "nir_band": 4}


class StandIn(ModuleType):
    """It takes and refuses what the package does.

    Thick cloud where red is above 3000, thin where green is, shadow within two pixels of near infrared below 300.
    """

    def __init__(self, failure=None):
        super().__init__("omnicloudmask")
        self.seen, self._failure = [], failure

    def predict_from_array(
        self, input_array, patch_size=1000, patch_overlap=300, batch_size=1, inference_device=None,
        mosaic_device=None, inference_dtype="float32", export_confidence=False, softmax_output=True, no_data_value=0,
        apply_no_data_mask=True, custom_models=None, pred_classes=4, destination_model_dir=None,
        model_download_source="hugging_face", compile_models=False, compile_mode="default", model_version=None,
    ):  # fmt: skip
        if self._failure:
            raise self._failure
        if input_array.ndim != 3 or len(input_array) != 3 or min(input_array.shape[1:]) < 32:
            raise ValueError(f"found shape {input_array.shape}")
        assert input_array.dtype == np.float32
        assert no_data_value == 0
        self.seen.append(input_array)
        red, green, nir = input_array
        known = input_array.any(axis=0)
        dark = ndimage.binary_dilation((nir < 300) & known, iterations=2)
        classes = np.select([red > 3000, green > 3000, dark], [1, 2, 3], 0)
        return np.where(known, classes, 0)[None].astype(np.uint8)


@pytest.fixture
def network(monkeypatch):
    """The stand-in in the place of the package."""
    module = StandIn()
    monkeypatch.setitem(sys.modules, "omnicloudmask", module)
    return module


def ground(height=150, width=170, seed=3):
    """Four bands: blue is cloud everywhere, and there are thick and thin clouds, a shadow, and nodata."""
    values = np.random.default_rng(seed).uniform(600, 2500, (4, height, width))
    values[0] = 9000
    values[2, 20:40, 30:60] = 4000
    values[1, 60:70, 100:140] = 3500
    values[3, 95:110, 10:50] = 100
    values[:, :10] = values[1, 90, 80:85] = 0
    return to_type(values, "uint16") * (values > 0)


def mask_of(path, folder, execution=ExecutionSettings(), **settings):
    """The mask, (height, width)."""
    output = OutputSettings(folder=str(folder), name="$_Mask.tif")
    wanted = ThresholdSettings(preset=MaskPreset.LEARNED, **{**BANDS, **settings})
    found = threshold_mask([path], output, settings=wanted, execution=execution, progress=Recorder())
    return read(found.outputs[0])[0]


def wanted_of(values):
    """What the stand-in finds in the whole image at once."""
    valid = (values[1:] > 0).all(axis=0)
    shown = np.where(valid, values[[2, 1, 3]], 0).astype(np.float32)
    return np.where(valid, StandIn().predict_from_array(shown)[0] > 0, 255)


def test_clouds_thin_clouds_and_shadows_are_in_the_mask(network, tmp_path):
    """In the bands that were named, and no answer where one of these is invalid."""
    values = ground()
    path = write(tmp_path / "a.tif", values, nodata=0, pixel=10, geotransform=(0, 10, 0, 0, 0, -10))
    found = mask_of(path, tmp_path / "o")
    assert np.array_equal(found, wanted_of(values))
    assert {0, 1, 255} == set(np.unique(found))
    assert found[30, 40] == found[65, 120] == found[100, 30] == 1
    assert not np.array_equal(found, mask_of(path, tmp_path / "p", red_band=1))
    assert not np.array_equal(found, mask_of(path, tmp_path / "q", nir_band=2))


def test_squares_and_memory_leave_no_trace(network, tmp_path, monkeypatch):
    """Squares of 64 pixels with what lies around them: the same mask as of the image at once."""
    monkeypatch.setattr(learned, "TILE", 64)
    monkeypatch.setattr(learned, "CONTEXT", 16)
    monkeypatch.setattr(learned, "PIXELS_AT_ONCE", 700)
    values = ground()
    path = write(tmp_path / "a.tif", values, nodata=0)
    assert np.array_equal(mask_of(path, tmp_path / "o", ExecutionSettings(threads=2)), wanted_of(values))
    assert len(network.seen) == 9
    assert max(max(array.shape[1:]) for array in network.seen) == 96


def test_finer_images_are_shown_in_pixels_of_ten_metres(network, tmp_path):
    """Means of 4 x 4 pixels of 2.5 m; the mask has the image's own pixels."""
    coarse = ground()
    values = np.kron(coarse, np.ones((1, 4, 4), np.uint16))
    path = write(tmp_path / "a.tif", values, nodata=0, geotransform=(500000, 2.5, 0, 5200000, 0, -2.5))
    assert np.array_equal(mask_of(path, tmp_path / "o"), np.kron(wanted_of(coarse), np.ones((4, 4), np.uint8)))
    assert [array.shape for array in network.seen] == [(3, *coarse.shape[1:])]


def test_small_images_are_padded(network, tmp_path):
    values = ground()[:, 15:35, 25:70]
    path = write(tmp_path / "a.tif", values, nodata=0)
    assert np.array_equal(mask_of(path, tmp_path / "o"), (values[2] > 3000).astype(np.uint8))
    assert network.seen[0].shape == (3, 32, 45)


def test_without_the_package_a_sentence_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "omnicloudmask", None)
    path = write(tmp_path / "a.tif", ground(), nodata=0)
    with pytest.raises(Problems, match=r"OmniCloudMask.*not installed: .*pip install omnicloudmask.* another PRESET"):
        mask_of(path, tmp_path / "o")


def test_bands_it_needs_are_asked_for(network, tmp_path):
    path = write(tmp_path / "a.tif", ground(), nodata=0)
    with pytest.raises(Problems, match="RED_BAND, NIR_BAND"):
        mask_of(path, tmp_path / "o", red_band=None, nir_band=None)


def test_a_network_that_fails_is_a_sentence_and_no_file(tmp_path, monkeypatch):
    """No internet at the first run, for example."""
    monkeypatch.setitem(sys.modules, "omnicloudmask", StandIn(OSError("no route to host")))
    path = write(tmp_path / "a.tif", ground(), nodata=0)
    with pytest.raises(EvenlightError, match=r"cannot judge .*a\.tif \(no route to host\): .* another PRESET"):
        mask_of(path, tmp_path / "o")
    assert not list((tmp_path / "o").glob("*"))


def test_the_work_can_go_to_a_cluster(network, tmp_path):
    """A copy of the reader, after the first one was used, finds the same."""
    path = write(tmp_path / "a.tif", ground(), nodata=0)
    wanted = rule_of(ThresholdSettings(preset=MaskPreset.LEARNED, **BANDS))
    image, reader = describe(path), learned.reader_of(wanted, 1e8)
    window = next(iter(reader.windows(image, Signal())))
    first = reader.evaluate(image, window, {})
    again = pickle.loads(pickle.dumps(reader)).evaluate(image, window, {})
    assert np.array_equal(first.true, again.true)
    assert first.true.any()
