"""Vertical systems say nothing about an image's values: no way onto another grid may add heights to them."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import chain_of, masks, read, rms, texture, write
from osgeo import gdal, osr

from evenlight.core.align.settings import CoregisterSettings, JointSettings
from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import coregister, coregister_jointly, fill_gaps, histogram_match
from evenlight.core.settings import OutputFormat, OutputSettings

SIZE, STEP = 160, 70
GAIN, OFFSET = 1.25, -30.0
PLACES = {
    "EPSG:32631": (500000.0, 10.0, 5200000.0),
    "EPSG:32610": (600000.0, 10.0, 4200000.0),
    "EPSG:2226": (6600000.0, 32.0, 1950000.0),
    "EPSG:4326": (3.0, 1e-4, 46.9),
    "EPSG:4979": (3.0, 1e-4, 46.9),
}
"""Corner and pixel of a raster in a system."""

# Where no grid of heights is installed, the factor between feet and metres applies all the same.
ONE_PLANE = [
    ("EPSG:32631", "EPSG:32631+5773"),
    ("EPSG:32631+5773", "EPSG:32631+3855"),
    ("EPSG:2226", "EPSG:2226+6360"),
    ("EPSG:2226+6360", "EPSG:2226+5703"),
    ("EPSG:4326", "EPSG:4979"),
    ("EPSG:4326+5773", "EPSG:4979"),
]
TWO_PLANES = [
    ("EPSG:32631", "EPSG:32632+5773"),
    ("EPSG:32631+5773", "EPSG:32632"),
    ("EPSG:32631+5773", "EPSG:4979"),
    ("EPSG:4979", "EPSG:32631+5773"),
    ("EPSG:32610", "EPSG:2226+6360"),
    ("EPSG:2226+6360", "EPSG:32610"),
    ("EPSG:2226+6360", "EPSG:32610+5703"),
]


def system(name, flat=False):
    """Of a name; ``flat``: without heights."""
    found = osr.SpatialReference()
    found.SetFromUserInput(name)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if flat:
        found.DemoteTo2D(None)
    return found


def pair(folder, names, step=STEP):
    """Two images of one band of floats, of ground of about 300 in two systems: the second has a gain and offset."""
    ground = texture(1, SIZE, SIZE + STEP, 3, mean=300.0, std=60.0)
    west, pixel, north = PLACES[names[0].split("+")[0]]
    first = system(names[0], flat=True)
    paths = []
    for number, name in enumerate(names):
        left = number * step
        values = ground[:, :, left : left + SIZE] * (GAIN, 1.0)[number == 0] + (OFFSET, 0.0)[number == 0]
        path = str(folder / f"{number}.tif")
        place = west + left * pixel, pixel, 0.0, north, 0.0, -pixel
        made = write(folder / f"made{number}.tif", values.astype(np.float32), geotransform=place, nodata=-9999)
        plane = system(name, flat=True)
        if plane.IsSame(first):
            gdal.Translate(path, made, outputSRS=first.ExportToWkt())
        else:
            gdal.Warp(path, made, srcSRS=first.ExportToWkt(), dstSRS=plane.ExportToWkt(), resampleAlg="cubic")
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetSpatialRef(system(name))
        dataset = None
        paths.append(path)
    return paths, ground


def before(ground):
    """The difference of the two images where both show the ground."""
    both = ground[:, :, STEP:SIZE]
    return rms(GAIN * both + OFFSET - both)


@pytest.mark.parametrize("output", [OutputFormat.GEOTIFF, OutputFormat.VIRTUAL])
@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize("names", ONE_PLANE, ids=" ".join)
@pytest.mark.every(6)
def test_images_of_one_plane_are_compared_pixel_by_pixel(tmp_path, names, job, output):
    """Nothing is resampled: the figures are exact, and so is what a global step brings together."""
    paths, ground = pair(tmp_path, names)
    result = job(paths, tmp_path / "out", output={"format": output})
    assert result.quality.rmse_before == pytest.approx(before(ground), rel=1e-4)
    assert result.quality.rmse_after < 0.01
    one, two = (read(path).astype(float) for path in result.outputs)
    assert rms(one[:, :, STEP:] - two[:, :, : SIZE - STEP]) < 0.01
    for path, made in zip(paths, result.outputs):
        assert gdal.Open(made).GetSpatialRef().IsSame(gdal.Open(path).GetSpatialRef())


@pytest.mark.every(3)
@pytest.mark.parametrize("names", TWO_PLANES, ids=" ".join)
def test_gains_are_right_where_planes_differ(tmp_path, names):
    """Gains to 2 %, levels to 1.5, the figure before to 5 %: what the nearest pixels leave."""
    paths, ground = pair(tmp_path, names)
    result = run_global(paths, tmp_path / "out")
    (gain, offset) = ([chain_of(path)[0][word][0] for path in result.outputs] for word in ("gain", "offset"))
    assert gain[1] * GAIN == pytest.approx(gain[0], rel=0.02)
    level = ground.mean()
    assert gain[1] * (GAIN * level + OFFSET) + offset[1] == pytest.approx(gain[0] * level + offset[0], abs=1.5)
    assert result.quality.rmse_before == pytest.approx(before(ground), rel=0.05)


@pytest.mark.parametrize("names", [*ONE_PLANE, *TWO_PLANES], ids=" ".join)
@pytest.mark.every(6)
def test_histograms_are_those_of_the_reference(tmp_path, names):
    """The second image is matched to the first on the ground that both show."""
    paths, ground = pair(tmp_path, names)
    (output,) = histogram_match(paths[1:], paths[0], OutputSettings(folder=str(tmp_path / "out"))).outputs
    own, found = read(paths[1])[masks(paths[1])], read(output)[masks(paths[1])]
    assert rms(found - (own - OFFSET) / GAIN) < 0.03 * ground.std()


@pytest.mark.parametrize("names", [*ONE_PLANE, *TWO_PLANES], ids=" ".join)
@pytest.mark.every(6)
def test_holes_get_the_ground_of_the_other_image(tmp_path, names):
    """Filled values are the ground, whatever heights either image declares."""
    paths, _ = pair(tmp_path, names, step=0)
    dataset = gdal.Open(paths[0], gdal.GA_Update)
    whole = dataset.ReadAsArray()
    holed = whole.copy()
    holed[60:90, 70:100] = -9999
    dataset.GetRasterBand(1).WriteArray(holed)
    dataset = None
    fill_gaps(paths[0], str(tmp_path / "out.tif"), settings=GapSettings(method=GapMethod.OTHER_IMAGE), other=paths[1])
    found = read(str(tmp_path / "out.tif"))[0]
    assert rms((found - whole)[60:90, 70:100]) < 0.2 * whole.std()


def moved(folder, names):
    """Two images of one ground in two systems, the second two pixels to the right and one up of where it belongs."""
    paths, _ = pair(folder, names, step=0)
    dataset = gdal.Open(paths[1], gdal.GA_Update)
    x, dx, rx, y, ry, dy = dataset.GetGeoTransform()
    dataset.SetGeoTransform((x + 2 * dx, dx, rx, y - dy, ry, dy))
    dataset = None
    return paths


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("names", [*ONE_PLANE[::2], *TWO_PLANES], ids=" ".join)
@pytest.mark.every(6)
def test_aligned_images_keep_their_values(tmp_path, names, together):
    """Resampled onto a common grid, by the first image or all together: the middle of the values stays."""
    paths = moved(tmp_path, names)
    middle = np.median(read(paths[1])[masks(paths[1])])
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Aligned.tif")
    if together:
        found = coregister_jointly(paths, output, settings=JointSettings(same_grid=True)).outputs[1]
    else:
        found = coregister(paths[1:], paths[0], output, settings=CoregisterSettings(same_grid=True)).outputs[0]
    assert np.median(read(found)[masks(found)]) == pytest.approx(middle, abs=1.5)


def test_a_result_in_another_plane_claims_no_heights_of_it(tmp_path):
    """Heights above one geoid do not become heights above an ellipsoid by being moved sideways."""
    paths = moved(tmp_path, ("EPSG:4979", "EPSG:32631+5773"))
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Aligned.tif")
    (found,) = coregister(paths[1:], paths[0], output, settings=CoregisterSettings(same_grid=True)).outputs
    assert gdal.Open(found).GetSpatialRef().GetAxesCount() == 2
    paths = moved(tmp_path, ("EPSG:32631", "EPSG:32631+5773"))
    (found,) = coregister(paths[1:], paths[0], output, settings=CoregisterSettings(same_grid=True)).outputs
    assert gdal.Open(found).GetSpatialRef().IsSame(system("EPSG:32631+5773"))
