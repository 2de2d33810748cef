"""A made-up landscape: forest, meadow, bare soil, crops, towns, roads and water, from a seed.

Everything is painted in layers on one grid, the later over the earlier: meadow, parcels, woods,
lakes, towns, roads, river.  A layer is a mask and a colour; a colour has one value per band
(blue, green, red, near infrared) in reflectance times 10,000.  Texture comes from fractal noise,
so that it is there on all scales: an overlap of two images is never flat.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import fft, ndimage

BANDS = ("blue", "green", "red", "near infrared")

MEADOW = (400, 760, 520, 3500)
BROADLEAF = (290, 500, 340, 3400)
CONIFER = (230, 370, 260, 2100)
SOIL = (900, 1180, 1560, 2250)
GRAVEL = (1500, 1700, 1900, 2300)
ASPHALT = (950, 1000, 1040, 1250)
TRACK = (1150, 1400, 1700, 2300)
WATER = (520, 520, 350, 170)
CROPS = np.array(
    [
        (780, 1180, 1500, 2600),  # ripe wheat
        (520, 1380, 1240, 3700),  # rape in flower
        (330, 720, 380, 4300),  # maize
        (430, 880, 480, 4000),  # ley
        SOIL,
        (620, 900, 1050, 2500),  # stubble
        (700, 880, 1000, 1650),  # dark ploughed soil
        (380, 800, 620, 3000),  # beet
    ],
    dtype=np.float32,
)
ROOFS = np.array(
    [
        (900, 1050, 1850, 2300),  # tiles
        (820, 980, 1650, 2100),  # old tiles
        (1450, 1500, 1560, 1800),  # slate
        (2700, 2800, 2850, 3000),  # metal
    ],
    dtype=np.float32,
)


class Grid(NamedTuple):
    """Coordinates of every pixel, in pixels, and the source of randomness."""

    x: np.ndarray
    """(1, W) columns."""
    y: np.ndarray
    """(H, 1) rows."""
    rng: np.random.Generator
    """Draws in a fixed order: same seed, same landscape."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.y.shape[0], self.x.shape[1]


def landscape(rows: int, columns: int, seed: int) -> np.ndarray:
    """Paint the landscape.

    Returns
    -------
    (4, rows, columns) float32 ndarray
        Blue, green, red and near infrared, reflectance times 10,000.
    """
    grid = Grid(
        np.arange(columns, dtype=np.float32)[None],
        np.arange(rows, dtype=np.float32)[:, None],
        np.random.default_rng(seed),
    )
    hills = fractal(grid, slope=2.1)
    detail = fractal(grid, slope=1.0)
    fine = fractal(grid, slope=0.3)
    bands = np.empty((len(BANDS), rows, columns), np.float32)
    _paint(bands, None, MEADOW, 1 + 0.10 * hills + 0.07 * detail + 0.03 * fine)
    river, width = _river(grid)
    _parcels(bands, grid, hills, detail, fine)
    _woods(bands, grid, hills - 0.7 * np.exp(-river / 260), detail, fine)
    depth = -(hills + 0.05 * detail) - 1.85
    _lakes(bands, depth, detail)
    _towns(bands, grid, (river > 45) & (depth < -0.15), fine)
    _roads(bands, grid, fine)
    _water_course(bands, river, width, detail)
    for band in bands:
        ndimage.gaussian_filter(band, 0.6, output=band)
    return np.clip(bands, 60, None, out=bands)


def fractal(grid: Grid, slope: float) -> np.ndarray:
    """Noise whose amplitude falls with frequency as ``f ** -slope``; mean 0, standard deviation 1.

    The steeper, the smoother: 2 looks like hills, 1 like patchy ground, 0 is white.
    """
    rows, columns = grid.shape
    spectrum = fft.rfft2(grid.rng.standard_normal((rows, columns), dtype=np.float32), workers=-1)
    frequency = np.hypot(fft.fftfreq(rows).astype(np.float32)[:, None], fft.rfftfreq(columns).astype(np.float32)[None])
    frequency[0, 0] = np.inf
    noise = fft.irfft2(
        spectrum * np.maximum(frequency, 1.5 / max(rows, columns)) ** -slope, (rows, columns), workers=-1
    )
    return ((noise - noise.mean()) / noise.std()).astype(np.float32)


def _paint(bands: np.ndarray, where: np.ndarray | None, colour, brightness) -> None:
    """Lay a colour, times a brightness per pixel, over the pixels of a mask (None: all)."""
    shade = np.broadcast_to(np.asarray(brightness, np.float32), bands.shape[1:])
    if where is not None:
        shade = shade[where]
    for band, value in zip(bands, colour):
        if where is None:
            np.multiply(shade, value, out=band)
        else:
            band[where] = shade * value


def _paint_classes(bands: np.ndarray, where: np.ndarray, colours: np.ndarray, classes, brightness) -> None:
    """Lay ``colours[class]`` (classes, 4) over the pixels of a mask."""
    chosen, shade = classes[where], brightness[where]
    for number, band in enumerate(bands):
        band[where] = colours[chosen, number] * shade


def _hash(*keys: np.ndarray | int) -> np.ndarray:
    """A fixed pseudo-random number in [0, 1) for every combination of integer keys."""
    mixed = np.uint32(2166136261)
    for key in keys:
        mixed = (mixed ^ np.asarray(key).astype(np.int32).view(np.uint32)) * np.uint32(16777619)
        mixed = mixed ^ (mixed >> np.uint32(13))
    mixed = mixed * np.uint32(1540483477)
    return ((mixed ^ (mixed >> np.uint32(15))) >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def _waves(grid: Grid, along: np.ndarray, reach: float, lengths: tuple[float, ...]) -> np.ndarray:
    """A wandering line: the sum of sines of the given lengths, each swinging in proportion to its length."""
    line = np.zeros_like(along)
    for length in lengths:
        line += reach * length / lengths[0] * np.sin(2 * np.pi * along / length + grid.rng.uniform(0, 6.28))
    return line


def _distance(position: np.ndarray, along: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Distance of every pixel to a line given as position over ``along``; exact for straight lines."""
    slope = np.gradient(line.ravel(), along.ravel()).reshape(line.shape).astype(np.float32)
    return np.abs(position - line) / np.sqrt(1 + slope**2)


def _river(grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Distance to the river's middle (H, W) and its half width (1, W), in pixels."""
    rows, columns = grid.shape
    line = rows * (0.62 - 0.22 * grid.x / columns) + _waves(grid, grid.x, rows / 16, (columns / 2, columns / 5, 260))
    width = 17 + 5 * np.sin(grid.x / 210) + 8 * grid.x / columns
    return _distance(grid.y, grid.x, line), width


def _parcels(bands: np.ndarray, grid: Grid, hills, detail, fine) -> None:
    """Farmland: districts, each with its own direction, divided into rows and the rows into fields."""
    district = (np.floor(grid.x / 830 + 0.15 * np.sin(grid.y / 310)) * 7).astype(np.int32)
    district = district + np.floor(grid.y / 690 + 0.18 * np.sin(grid.x / 270)).astype(np.int32)
    angle = np.pi * (_hash(district, 1) - 0.5)
    along = grid.x * np.cos(angle) + grid.y * np.sin(angle)
    across = grid.y * np.cos(angle) - grid.x * np.sin(angle) + 2.5 * hills
    height = 90 + 90 * _hash(district, 2)
    row = np.floor(across / height).astype(np.int32)
    length = height * (0.7 + 2.2 * _hash(district, row, 3))
    start = along / length + _hash(district, row, 4)
    column = np.floor(start).astype(np.int32)
    choice = _hash(district, row, column, 5)
    crop = np.minimum((choice * (len(CROPS) + 2)).astype(np.int32), len(CROPS) + 1)
    tone = 0.86 + 0.28 * _hash(district, row, column, 6)
    spacing = 5 + 8 * _hash(district, row, column, 7)
    furrows = np.sin(across * (2 * np.pi / spacing)) * (0.015 + 0.05 * _hash(district, row, column, 8))
    shade = tone * (1 + furrows + 0.045 * detail + 0.025 * fine + 0.03 * hills)
    edge = np.minimum(across - row * height, (start - column) * length)
    farmed = (crop < len(CROPS)) & (edge > 3)
    _paint_classes(bands, farmed, CROPS, np.minimum(crop, len(CROPS) - 1), shade)
    _paint(bands, (edge <= 3) & (_hash(district, row, 9) < 0.35), BROADLEAF, 1 + 0.2 * fine)
    tracks = (across - row * height < 3.2) & (_hash(district, row, 10) < 0.3)
    _paint(bands, tracks, TRACK, 1 + 0.05 * fine)


def _woods(bands: np.ndarray, grid: Grid, hills, detail, fine) -> None:
    """Forest on the heights: crowns lit from the north-west, broadleaf and conifer in stands."""
    crowns = ndimage.gaussian_filter(grid.rng.standard_normal(grid.shape, dtype=np.float32), 2.2)
    crowns /= crowns.std()
    light = ndimage.sobel(crowns, axis=0) + ndimage.sobel(crowns, axis=1)
    shade = 1 + 0.13 * crowns - 0.14 * light / light.std() + 0.06 * detail
    np.clip(shade, 0.35, 1.8, out=shade)
    forest = hills + 0.13 * detail > 0.62
    conifer = ndimage.gaussian_filter(detail, 9) * 3 + 0.4 * hills + 0.05 * fine > 0.45
    _paint(bands, forest & ~conifer, BROADLEAF, shade)
    _paint(bands, forest & conifer, CONIFER, shade)
    single = ndimage.gaussian_filter(crowns, 2) > 1.9
    _paint(bands, single, BROADLEAF, 0.9 + 0.1 * fine)


def _towns(bands: np.ndarray, grid: Grid, dry: np.ndarray, fine) -> None:
    """Three towns: streets, gardens and roofs that thin out with the distance from the centre."""
    rows, columns = grid.shape
    for number, (east, south, radius) in enumerate(((0.50, 0.36, 0.135), (0.17, 0.33, 0.07), (0.83, 0.66, 0.09))):
        radius = radius * rows * 1.4
        left, top = east * columns - 1.4 * radius, south * rows - 1.4 * radius
        window = (
            slice(max(int(top), 0), min(int(top + 2.8 * radius), rows)),
            slice(max(int(left), 0), min(int(left + 2.8 * radius), columns)),
        )
        part = Grid(grid.x[:, window[1]], grid.y[window[0]], grid.rng)
        reach = np.hypot(part.x - east * columns, part.y - south * rows) / radius
        _town(bands[(slice(None), *window)], part, reach, dry[window], fine[window], number)


def _town(bands: np.ndarray, grid: Grid, reach, dry, fine, number: int) -> None:
    """One town; ``reach`` is the distance from its centre, 1 at its edge."""
    angle = 0.35 + 0.5 * number
    along = grid.x * np.cos(angle) + grid.y * np.sin(angle) + 9 * np.sin(grid.y / 95)
    across = grid.y * np.cos(angle) - grid.x * np.sin(angle) + 9 * np.sin(grid.x / 120)
    street_x, street_y = np.floor(along / 64).astype(np.int32), np.floor(across / 46).astype(np.int32)
    inside = (reach < 0.72 + 0.35 * _hash(street_x, street_y, number)) & dry
    into_x, into_y = along - street_x * 64, across - street_y * 46
    plot_x, plot_y = np.floor(into_x / 14.5).astype(np.int32), np.floor(into_y / 20).astype(np.int32)
    keys = (street_x, street_y, plot_x, plot_y)
    _paint(bands, inside, MEADOW, 0.8 + 0.22 * _hash(*keys, 1) + 0.12 * fine)
    house_x, house_y = into_x - plot_x * 14.5 - 6, into_y - plot_y * 20 - 7
    long_x, long_y = 6 + 7 * _hash(*keys, 2), 7 + 6 * _hash(*keys, 3)
    roof = inside & (house_x > 0) & (house_x < long_x) & (house_y > 0) & (house_y < long_y)
    roof &= _hash(*keys, 4) < 1.05 - 0.45 * reach
    shadow = inside & (house_x > 2) & (house_x < long_x + 3) & (house_y > 2) & (house_y < long_y + 3)
    _paint(bands, shadow, ASPHALT, 0.45)
    kind = np.minimum((_hash(*keys, 5) ** 1.9 * len(ROOFS)).astype(np.int32), len(ROOFS) - 1)
    slope = np.where(house_y < long_y / 2, 1.12, 0.88)
    _paint_classes(bands, roof, ROOFS, kind, slope * (0.85 + 0.3 * _hash(*keys, 6) + 0.04 * fine))
    streets = inside & ((into_x < 5) | (into_y < 5))
    _paint(bands, streets, ASPHALT, 1 + 0.05 * fine)


def _roads(bands: np.ndarray, grid: Grid, fine) -> None:
    """A motorway, three roads that bend, each with bright verges."""
    rows, columns = grid.shape
    lanes = 7.0
    for position, along, middle, reach, length in (
        (grid.y, grid.x, rows * (0.20 + 0.13 * grid.x / columns), rows / 60, columns / 1.5),
        (grid.y, grid.x, rows * (0.86 - 0.16 * grid.x / columns), rows / 45, columns / 3),
        (grid.x, grid.y, columns * (0.47 + 0.06 * grid.y / rows), columns / 70, rows / 2),
        (grid.x, grid.y, columns * (0.13 + 0.12 * grid.y / rows), columns / 60, rows / 2.5),
        (grid.x, grid.y, columns * (0.90 - 0.11 * grid.y / rows), columns / 60, rows / 2.2),
    ):
        away = _distance(position, along, middle + _waves(grid, along, reach, (length, length / 2.7)))
        _paint(bands, away < lanes + 3, MEADOW, 1.06 + 0.08 * fine)
        _paint(bands, away < lanes, ASPHALT, 1 + 0.04 * fine)
        if lanes > 5:
            _paint(bands, away < 1.2, MEADOW, 0.95 + 0.08 * fine)
        lanes = 3.6


def _lakes(bands: np.ndarray, depth: np.ndarray, detail) -> None:
    """Lakes in the hollows: gravel shores, darker where deeper."""
    _paint(bands, depth > -0.04, GRAVEL, 0.8 + 0.06 * detail)
    _paint(bands, depth > 0, WATER, 1.1 - 0.25 * np.clip(depth, 0, 1) + 0.02 * detail)


def _water_course(bands: np.ndarray, river, width, detail) -> None:
    """The river with its gravel banks; what is asphalt already crosses it as a bridge."""
    land = np.abs(bands[3] / bands[1] - ASPHALT[3] / ASPHALT[1]) > 0.02
    bank = river - width + 1.5 * detail
    _paint(bands, (bank < 6) & land, GRAVEL, 0.9 + 0.07 * detail)
    shallow = np.clip(1 + bank / 14, 0, 1)
    _paint(bands, (bank < 0) & land, WATER, 1.0 + 0.45 * shallow + 0.03 * detail)
