"""The methods by their words, what each can do, and what can be wrong with the settings of alignment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import EvenlightError, MissingLibraryError, OptionError
from ..messages import Message
from ..opencv import need_opencv
from ..raster.image import Image
from .channel import check_channel
from .ecc import ecc
from .features import WITHOUT_OPENCV, features
from .fitting import LEAST_POINTS
from .learned import BYTES_PER_PIXEL, check_model
from .pair import Estimate, NotAligned, Pair
from .peak import confirmed
from .phase_correlation import SMALLEST, phase_correlation
from .settings import (
    MOST_UPSAMPLING,
    SMALLEST_SPACING,
    AlignMethod,
    CoregisterSettings,
    FeatureKind,
    MatchSettings,
    TransformModel,
)

METHODS: dict[AlignMethod, Callable[[Pair, MatchSettings], Estimate]] = {
    AlignMethod.PHASE_CORRELATION: phase_correlation,
    AlignMethod.ECC: ecc,
    AlignMethod.FEATURES: features,
}
MOTIONS: dict[AlignMethod, tuple[TransformModel, ...]] = {
    AlignMethod.PHASE_CORRELATION: (TransformModel.TRANSLATION,),
    AlignMethod.ECC: tuple(TransformModel),
    AlignMethod.FEATURES: tuple(TransformModel),
}
NEEDS_OPENCV = frozenset({AlignMethod.ECC, AlignMethod.FEATURES})
MEMORY_PER_PIXEL: dict[AlignMethod, int] = {
    AlignMethod.PHASE_CORRELATION: 100,
    AlignMethod.ECC: 180,
    AlignMethod.FEATURES: 300,
}
"""See `memory_per_pixel`; SIFT takes the most of features."""


def memory_per_pixel(settings: MatchSettings) -> int:
    """Bytes that a comparison takes for each pixel, beside the pair itself."""
    learned = settings.method is AlignMethod.FEATURES and settings.feature is FeatureKind.ONNX
    return BYTES_PER_PIXEL if learned else MEMORY_PER_PIXEL[settings.method]


def estimate(pair: Pair, settings: MatchSettings) -> Estimate:
    """What the method of the settings finds, where correlation peaks.  Raises `NotAligned` or `MissingLibraryError`."""
    found = confirmed(pair, METHODS[settings.method](pair, settings))
    height, width = pair.image.shape
    if found.transform.largest_move(width, height) > settings.max_shift:
        raise NotAligned(Message(
            "the transform found is longer than MAX_SHIFT ({max_shift:g} pixels)", max_shift=settings.max_shift
        ))
    return found


def check_alignment(
    settings: CoregisterSettings, images: Sequence[Image], reference: Image | None = None
) -> list[EvenlightError]:
    """All that is wrong with the settings for these images and their reference."""
    standard = [] if reference is None else [reference]
    own_channel = bool(settings.reference_channel)
    problems = check_matching(settings.match, [*images, *([] if own_channel else standard)])
    if own_channel:
        bands = [one.bands for one in standard]
        problems += filter(None, [check_channel(settings.reference_channel, bands, "REFERENCE_CHANNEL")])
    if settings.window_spacing is not None and settings.window_spacing < SMALLEST_SPACING:
        problems.append(OptionError("WINDOW_SPACING", settings.window_spacing, Message(
            "{smallest_spacing} pixels or more", smallest_spacing=SMALLEST_SPACING
        )))
    return problems


def check_matching(settings: MatchSettings, images: Sequence[Image]) -> list[EvenlightError]:
    """What is wrong with how two images are compared."""
    problems: list[EvenlightError] = []
    offered = MOTIONS[settings.method]
    if settings.motion not in offered:
        words = ", ".join(map(str, offered))
        allowed = Message("{words} with the METHOD {method}, or another METHOD", words=words, method=settings.method)
        problems.append(OptionError("MOTION", settings.motion, allowed))
    wrong = check_channel(settings.channel, [image.bands for image in images])
    if wrong is not None:
        problems.append(wrong)
    if settings.method in NEEDS_OPENCV:
        try:
            need_opencv(WITHOUT_OPENCV)
        except MissingLibraryError as problem:
            problems.append(problem)
    if settings.method is AlignMethod.FEATURES and settings.feature is FeatureKind.ONNX:
        problems += filter(None, [check_model(settings.model_file)])
    least = LEAST_POINTS[settings.motion]
    parts = Message("1 to {most_upsampling} parts of a pixel", most_upsampling=MOST_UPSAMPLING)
    enough = Message("{least} or more for the MOTION {motion}", least=least, motion=settings.motion)
    above = Message("a number of pixels above 0")
    limits = [
        ("CROP_CENTER", settings.crop_center, Message("0 for all, or {smallest} pixels or more", smallest=SMALLEST),
         settings.crop_center == 0 or settings.crop_center >= SMALLEST),
        ("GAUSSIAN_SIZE", settings.gaussian_size, Message("an odd number of pixels, 1 for none"),
         settings.gaussian_size > 0 and settings.gaussian_size % 2 == 1),
        ("UPSAMPLING", settings.upsampling, parts, 1 <= settings.upsampling <= MOST_UPSAMPLING),
        ("MAX_SHIFT", settings.max_shift, above, settings.max_shift > 0),
        ("MATCH_RATIO", settings.match_ratio, Message("a number above 0 and up to 1"), 0 < settings.match_ratio <= 1),
        ("RANSAC_THRESHOLD", settings.ransac_threshold, above, settings.ransac_threshold > 0),
        ("MIN_MATCHES", settings.min_matches, enough, settings.min_matches >= least),
    ]  # fmt: skip
    return problems + [OptionError(name, value, allowed) for name, value, allowed, fine in limits if not fine]
