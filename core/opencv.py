"""OpenCV, which not every QGIS has."""

from __future__ import annotations

from .errors import MissingLibraryError


def need_opencv(instead: str):
    """The module; ``instead`` says what works without it.  Raises `MissingLibraryError`."""
    try:
        import cv2
    except ImportError as error:
        remedy = (
            "on Debian and Ubuntu run apt-get install python3-opencv, elsewhere python3 -m pip install "
            f"opencv-python-headless with QGIS's Python, or {instead}."
        )
        raise MissingLibraryError("OpenCV (the Python package cv2)", remedy) from error
    return cv2
