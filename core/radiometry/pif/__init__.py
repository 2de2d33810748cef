"""Pseudo-invariant features: which common pixels of two images show ground that did not change."""
