"""OpenCV, which not every QGIS has."""

from __future__ import annotations

from .errors import MissingLibraryError
from .installing import how_to_install
from .messages import Message


def need_opencv(instead: str):
    """The module; ``instead`` says what works without it.  Raises `MissingLibraryError`."""
    try:
        import cv2
    except ImportError as error:
        remedy = Message(
            "{remedy}, or {instead}.",
            remedy=how_to_install("python3-opencv", "opencv-python-headless"), instead=instead,
        )
        raise MissingLibraryError(Message("OpenCV (the Python package cv2)"), remedy) from error
    return cv2
