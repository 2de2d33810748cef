"""A motion from windows spread over an image, and the last parts of a pixel of any motion from them.

The image is brought onto the reference as a motion says.  What phase correlation then still finds in
windows is small, and a motion through these steps takes it up.  A window that shows something else
is told by its neighbours, which one coefficient of the whole cannot.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .fitting import LEAST_POINTS, fit_motion
from .interpolation import centres, interpolated
from .local_shifts import local_shifts
from .motion import Motion
from .pair import NotAligned, Pair
from .settings import MatchSettings

WINDOWS = 6
"""From one end of the image to the other."""
SPACING = (32, 128)
"""Pixels from one of these windows to the next, at least and at most."""
REACH = 2.0
"""Pixels: a longer way is no refinement."""
LEAST_AGREEING = 0.5
"""Of the windows that match at all: where fewer agree, images look too different for phases."""
SPARE = 2
"""Windows for each that a motion needs."""


def motion_of_windows(pair: Pair, settings: MatchSettings) -> Motion:
    """The motion of the kind ``settings.motion`` that the shifts of windows agree on.  Raises `NotAligned`."""
    spacing = int(np.clip(min(pair.image.shape) // WINDOWS, *SPACING))
    found = [shift for shift in local_shifts(pair, spacing, settings) if shift.reliability > 0.0]
    kept = [shift for shift in found if shift.kept]
    if len(kept) < max(LEAST_AGREEING * len(found), SPARE * LEAST_POINTS[settings.motion]):
        raise NotAligned(f"only {len(kept)} of {len(found)} windows agree on one motion.")
    position, step, reliability = (np.array([shift[part] for shift in kept]) for part in range(3))
    try:
        return fit_motion(settings.motion, position, position + step, reliability**2)
    except np.linalg.LinAlgError as error:
        raise NotAligned("the windows do not say how the image lies.") from error


def refined(pair: Pair, motion: Motion, settings: MatchSettings) -> Motion:
    """The motion that windows agree on near ``motion``, of the same kind; itself where they do not."""
    height, width = pair.image.shape
    image, known = interpolated(pair.image, pair.image_valid, motion.inverse().moved(centres(height, width)))
    straight = pair._replace(image=image.reshape(height, width), image_valid=known.reshape(height, width))
    try:
        rest = motion_of_windows(straight, replace(settings, max_shift=REACH))
    except NotAligned:
        return motion
    return rest.after(motion) if rest.largest_move(width, height) <= REACH else motion
