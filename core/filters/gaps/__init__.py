"""Holes of images: finding them, and what they are filled with."""
