"""Alignment: where an image belongs on the ground that a reference shows."""
