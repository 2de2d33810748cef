"""Two views of one made-up ground whose transform is known exactly."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from evenlight.core.align.pair import Pair
from evenlight.core.align.transform import Transform

MARGIN = 64
"""Pixels of ground around what the reference shows."""


class Ground:
    """A random texture, as rough as land is, without waves shorter than 2.5 pixels: it can be moved exactly."""

    def __init__(
        self, size: int = 320, seed: int = 1, roughness: float = 1.5, height: int | None = None, blur: float = 0.0
    ):
        """``blur``: standard deviation in pixels of the Gaussian that takes its detail away."""
        self.width, self.height = size, height or size
        rows, columns = self.height + 2 * MARGIN, self.width + 2 * MARGIN
        noise = np.random.default_rng(seed).normal(size=(rows, columns))
        self._fy, self._fx = np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None]
        frequency = np.hypot(self._fy, self._fx)
        fall = np.where(frequency > 0, np.maximum(frequency, 1.0 / size) ** -roughness, 0.0)
        self._spectrum = np.fft.rfft2(noise) * fall * (frequency < 0.4)
        self._spectrum *= 40.0 / self._whole(self._spectrum).std()
        self._spectrum *= np.exp(-2.0 * (np.pi * blur * frequency) ** 2)
        self._fine = None

    def _whole(self, spectrum: np.ndarray) -> np.ndarray:
        return np.fft.irfft2(spectrum, s=(self.height + 2 * MARGIN, self.width + 2 * MARGIN))

    def seen(self, transform: Transform) -> np.ndarray:
        """What an image shows whose positions ``transform`` brings to the reference, (height, width), mean 100."""
        if transform.is_shift:
            dx, dy = transform.step
            moved = self._whole(self._spectrum * np.exp(2j * np.pi * (self._fx * dx + self._fy * dy)))
            return 100.0 + moved[MARGIN:-MARGIN, MARGIN:-MARGIN]
        return self.at(transform.moved(positions(self.height, self.width))).reshape(self.height, self.width)

    def at(self, places: np.ndarray) -> np.ndarray:
        """The ground at positions (n, 2) of the reference."""
        factor = 4
        rows, columns = self.height + 2 * MARGIN, self.width + 2 * MARGIN
        if self._fine is None:
            half = rows // 2
            spectrum = np.zeros((factor * rows, factor * columns // 2 + 1), dtype=complex)
            spectrum[:half, : columns // 2 + 1] = self._spectrum[:half]
            spectrum[-half:, : columns // 2 + 1] = self._spectrum[-half:]
            self._fine = np.fft.irfft2(spectrum, s=(factor * rows, factor * columns)) * factor**2
        places = (np.asarray(places)[:, ::-1] - 0.5 + MARGIN) * factor
        return 100.0 + ndimage.map_coordinates(self._fine, places.T, order=3, mode="grid-wrap")


def positions(height: int, width: int) -> np.ndarray:
    """The centres of all pixels, row by row: (n, 2)."""
    rows, columns = np.mgrid[:height, :width] + 0.5
    return np.column_stack([columns.ravel(), rows.ravel()])


def clouds(shape: tuple[int, int], share: float = 0.1, seed: int = 5) -> np.ndarray:
    """Where clouds are: (rows, columns) bool, in several large patches."""
    random = np.random.default_rng(seed)
    field = ndimage.gaussian_filter(random.normal(size=shape), min(shape) / 20.0, mode="wrap")
    return field > np.quantile(field, 1.0 - share)


def cloudy(values: np.ndarray, where: np.ndarray, brightness: float = 250.0) -> np.ndarray:
    """Bright clouds with soft rims and a texture of their own."""
    thick = np.clip(ndimage.gaussian_filter(where.astype(float), 1.5) * 1.5, 0.0, 1.0)
    texture = ndimage.gaussian_filter(np.random.default_rng(11).normal(size=values.shape), 4.0, mode="wrap") * 100.0
    return values * (1.0 - thick) + thick * (brightness + texture)


def views(
    ground: Ground,
    transform: Transform,
    gain: float = 1.3,
    offset: float = 20.0,
    noise: float = 3.0,
    border: int = 0,
    cloud: float = 0.0,
    masked: bool = True,
    seed: int = 3,
) -> Pair:
    """An image and its reference: light, noise, ``border`` pixels without data in both, clouds in the image."""
    random = np.random.default_rng(seed)
    reference = ground.seen(Transform.shift(0.0, 0.0))
    image = ground.seen(transform)
    reference = reference + random.normal(scale=noise, size=reference.shape)
    valid = [np.ones(reference.shape, dtype=bool) for _ in range(2)]
    if cloud:
        where = clouds(image.shape, cloud, seed + 100)
        image = cloudy(image, where)
        if masked:
            valid[0] &= ~ndimage.binary_dilation(where, iterations=5)
    image = gain * (image + random.normal(scale=noise, size=image.shape)) + offset
    for own in valid:
        if border:
            own[:border] = own[-border:] = own[:, : border // 2] = False
    image[~valid[0]], reference[~valid[1]] = -9999.0, -9999.0
    return Pair(image.astype(np.float32), reference.astype(np.float32), *valid)


def turn(degrees: float, scale: float, size: int = 320, step: tuple[float, float] = (1.3, -2.2)) -> Transform:
    """A rotation and scale about the middle of an image, and a step."""
    angle = np.deg2rad(degrees)
    linear = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.full(2, size / 2.0)
    matrix = np.eye(3)
    matrix[:2, :2], matrix[:2, 2] = linear, middle - linear @ middle + step
    return Transform(matrix)


def corner_error(found: Transform, truth: Transform, size: int = 320) -> float:
    """Pixels by which a transform puts a corner of the image wrong, at most."""
    corners = np.array([[0.0, 0.0], [size, 0.0], [0.0, size], [size, size]])
    return float(np.hypot(*(found.moved(corners) - truth.moved(corners)).T).max())
