"""Which images the values of a mask's field are about: exact names, or parts of them."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, read, texture, to_type, write
from osgeo import ogr
from recorders import Recorder

import evenlight.core as ev
from evenlight.core.errors import EvenlightError
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import BlankSettings, FieldMatch


def square(name):
    """The upper left 10 x 10 pixels, for the images of a name."""
    ring = ", ".join(f"{WEST + PIXEL * x} {NORTH - PIXEL * y}" for x, y in [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
    return MaskPolygon(bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb()), name)


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    """img_1, img_10 and other, in a folder called scenes."""
    folder = tmp_path_factory.mktemp("made") / "scenes"
    folder.mkdir()
    values = to_type(texture(1, 40, 40, 5), "uint16")
    return [write(folder / f"{name}.tif", values, nodata=0) for name in ("img_1", "img_10", "other")]


def blanked(images, folder, match, *names):
    """Which images lost the square, and the warnings."""
    progress = Recorder()
    mask = PolygonMask(tuple(map(square, names)), "", match=match)
    settings = BlankSettings(mask_mode="exclude")
    outputs = ev.mask_rasters(images, mask, folder, settings=settings, progress=progress).outputs
    lost = [not read(path)[0, :10, :10].any() for path in outputs]
    assert all(np.array_equal(read(path)[0, 10:], read(image)[0, 10:]) for path, image in zip(outputs, images))
    return lost, progress.warnings


@pytest.mark.parametrize(
    ("match", "name", "wanted"),
    [
        ("exact", "img_1", [True, False, False]),
        ("contains", "img_1", [True, True, False]),
        ("contains", "10.t", [False, True, False]),
        ("contains", "scenes/o", [False, False, True]),
    ],
)
def test_a_part_of_a_name_counts_where_it_is_asked_for(images, tmp_path, match, name, wanted):
    assert blanked(images, tmp_path, FieldMatch(match), name)[0] == wanted


@pytest.mark.parametrize("match", FieldMatch)
def test_values_that_fit_no_image_are_listed(images, tmp_path, match):
    """Once each; what fits is not in the list, and a folder's name is no part of a file's."""
    _, warnings = blanked(images, tmp_path, match, "img_10", "april", "scenes", "april")
    (listed,) = [text for text in warnings if "which no image is called" in text]
    assert '"april", "scenes"' in listed
    assert "img_10" not in listed
    assert listed.count("april") == 1


def test_no_warning_where_all_fit(images, tmp_path):
    assert not any("no image is called" in text for text in blanked(images, tmp_path, FieldMatch.EXACT, "other")[1])


@pytest.mark.parametrize("match", FieldMatch)
def test_a_mask_of_other_images_is_refused(images, tmp_path, match):
    """The remedy of exact names is the other comparison."""
    with pytest.raises(EvenlightError, match="matches no image") as caught:
        blanked(images, tmp_path / "out", match, "scenes")
    assert ("MASK_FIELD_MATCH" in str(caught.value)) == (match is FieldMatch.EXACT)


def test_a_file_of_polygons_is_read_with_the_comparison(images, tmp_path):
    """Another word is refused."""
    file = tmp_path / "mask.geojson"
    file.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"image": "img"}, "geometry": '
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}',
        "utf-8",
    )
    assert ev.read_mask(file, field="image").match is FieldMatch.EXACT
    assert ev.read_mask(file, field="image", match="contains").match is FieldMatch.CONTAINS
    with pytest.raises(EvenlightError, match="contains"):
        ev.read_mask(file, field="image", match="part")
