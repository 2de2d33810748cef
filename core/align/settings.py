"""What a user can choose about alignment, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice, Resampling, SelectionMode, Settings

ALIGNED_NAME = "$_Aligned.tif"
JOINTLY_ALIGNED_NAME = "$_JointlyAligned.tif"
"""Output names of `coregister` and `coregister_jointly`."""

SMALLEST_SPACING = 16
"""Pixels from one window to the next; less cannot be compared."""
USUAL_SPACING = 64
MOST_SPACINGS = 40
"""Pixels from one window to the next where nothing is said, and how many there are along a side of large images."""


class AlignMethod(Choice):
    """How the transform between two images is found."""

    PHASE_CORRELATION = "phase_correlation"
    """From the phases of their spectra: shifts, fast, whatever their light."""
    ECC = "ecc"
    """By ascent of their correlation coefficient: shifts, rotations, affine and projective transforms; needs OpenCV."""
    FEATURES = "features"
    """From points that both show: large displacements and images that look different; needs OpenCV."""


class ReferenceMode(Choice):
    """What the images are aligned to."""

    IMAGE = "image"
    """One image."""
    MEAN = "mean"
    """The mean of all images."""
    MEDIAN = "median"
    """The median of all images: what passes by, such as clouds, is left out."""


class TransformModel(Choice):
    """What a transform may hold."""

    TRANSLATION = "translation"
    """A shift."""
    EUCLIDEAN = "euclidean"
    """A shift and a rotation."""
    AFFINE = "affine"
    """A shift, rotation, scale and shear."""
    HOMOGRAPHY = "homography"
    """A perspective."""


class FeatureKind(Choice):
    """How points are found and described."""

    SIFT = "sift"
    """Lowe 2004: the most accurate."""
    ORB = "orb"
    """Rublee et al. 2011: the fastest."""
    AKAZE = "akaze"
    """Alcantarilla et al. 2013: keeps edges."""
    ONNX = "onnx"
    """A learned matcher in a file of the user's, SuperPoint with LightGlue above all; needs onnxruntime."""


class Matcher(Choice):
    """How the most alike descriptions are found."""

    BRUTE_FORCE = "brute_force"
    """All are compared."""
    FLANN = "flann"
    """Near neighbours by trees: faster where there are many points, and nearly as good."""


MOST_UPSAMPLING = 1000
"""A thousandth of a pixel is finer than any image tells; the memory that it takes grows with the square."""


@dataclass(frozen=True)
class MatchSettings(Settings):
    """How two images are compared."""

    method: AlignMethod = AlignMethod.PHASE_CORRELATION
    channel: str = "mean"
    """``mean``, ``luminance`` or ``gradient`` of the bands, or a band's number: what is compared."""
    crop_center: int = 0
    """Pixels along a side of the middle of the overlap that is compared; 0: all of it."""
    gaussian_size: int = 5
    """Pixels along a side of the Gaussian that smooths before `ecc`; odd, 1 for none."""
    upsampling: int = 50
    """Parts of a pixel that `phase_correlation` tells apart."""
    max_shift: float = 30.0
    """Pixels by which any part of an image may move."""
    motion: TransformModel = TransformModel.TRANSLATION
    feature: FeatureKind = FeatureKind.SIFT
    model_file: str | None = None
    """The graph of the feature `onnx`."""
    matcher: Matcher = Matcher.BRUTE_FORCE
    match_ratio: float = 0.8
    """How much nearer the best description must be than the second best."""
    ransac_threshold: float = 3.0
    """Pixels by which a match may differ from the transform."""
    min_matches: int = 10
    """Fewer that agree are no transform."""


@dataclass(frozen=True)
class CoregisterSettings(Settings):
    """Settings of `coregister`."""

    match: MatchSettings = MatchSettings()
    """How two images are compared."""
    reference_mode: ReferenceMode = ReferenceMode.IMAGE
    reference_images: tuple[str, ...] = ()
    """Names or paths of the images whose mean or median is the reference; empty: all of them."""
    reference_channel: str = ""
    """What is compared of a reference image, as ``channel`` says it of the images; empty: the same."""
    mask_mode: SelectionMode = SelectionMode.INCLUDE
    """Whether what lies inside the polygons of a mask is compared, or what lies outside."""
    bands_per_date: int = 0
    """Of cubes: bands of one date; 0: every file is one image."""
    windows: bool = False
    """Find a shift for every window of a grid and warp smoothly by them, instead of one transform for all."""
    window_spacing: int | None = None
    """Pixels from one window to the next; None: as `spacing_for` says."""
    resampling: Resampling = Resampling.CUBIC
    """Where an image must be resampled at all."""
    same_grid: bool = False
    """Bring all results to the grid of the reference."""
    pixel_size: float | None = None
    """Side of the results' pixels, in units of their coordinate system; None: that of their grid."""


def spacing_for(settings: CoregisterSettings, size: tuple[int, int]) -> int:
    """Pixels from one window to the next in so many columns and rows that are compared."""
    return settings.window_spacing or max(USUAL_SPACING, -(-max(size) // MOST_SPACINGS))


class JointModel(Choice):
    """What the transform of one image among many may hold."""

    TRANSLATION = "translation"
    """A shift."""
    SIMILARITY = "similarity"
    """A shift, a rotation and a scale."""
    AFFINE = "affine"
    """A shift, rotation, scale and shear."""


class Loss(Choice):
    """How much a tie point counts that contradicts the others."""

    HUBER = "huber"
    """Less, the more it contradicts (Huber 1964); not at all when it is far off."""
    CAUCHY = "cauchy"
    """Much less: for many wrong tie points."""
    NONE = "none"
    """As much as all others: for tie points that were checked by hand."""


class LocalModel(Choice):
    """What is left of the differences after every image has its transform."""

    NONE = "none"
    """It stays."""
    BILINEAR = "bilinear"
    """A mesh of local displacements per image takes it up, bilinear between its nodes."""


@dataclass(frozen=True)
class MeshSettings(Settings):
    """The local mesh of every image."""

    spacing: float = 200.0
    """Pixels of the common grid from one node to the next; more in images that would have over 400 nodes."""
    smoothness: float = 0.03
    """How strongly neighbouring nodes hold together, against one tie point."""
    bending: float = 0.1
    """How strongly a node holds to the straight line through its neighbours."""
    anchor_falloff: float = 400.0
    """Pixels from the nearest tie point over which a mesh fades to no local displacement."""


@dataclass(frozen=True)
class JointSettings(Settings):
    """Settings of `coregister_jointly`."""

    match: MatchSettings = MatchSettings()
    """How tie points are found."""
    model: JointModel = JointModel.TRANSLATION
    fixed_images: tuple[str, ...] = ()
    """Paths of the images that stay where they are; empty: every group keeps its mean position."""
    loss: Loss = Loss.HUBER
    local_model: LocalModel = LocalModel.NONE
    mesh: MeshSettings = MeshSettings()
    load_tie_points: str | None = None
    """Take tie points from this file; pairs that are in it are not matched again."""
    resampling: Resampling = Resampling.CUBIC
    """Where an image must be resampled at all."""
    same_grid: bool = False
    """Bring all results to one grid."""
