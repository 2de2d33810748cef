"""Unsigned numbers in the order of values of any type, so that integers and floating values are counted alike."""

from __future__ import annotations

import numpy as np


def ordered_keys(values: np.ndarray) -> np.ndarray:
    """Unsigned integers of the values' own size that are in the values' order; no NaN among the values."""
    unsigned = _unsigned(values.dtype)
    if values.dtype.kind == "f":
        # zero has two signs and must have one key
        bits = (values + values.dtype.type(0)).view(unsigned)
        return np.where(bits & _sign(unsigned), ~bits, bits | _sign(unsigned))
    bits = np.ascontiguousarray(values).view(unsigned)
    return bits ^ _sign(unsigned) if values.dtype.kind == "i" else bits


def values_of_keys(keys: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """The values of `ordered_keys`; ``keys`` are of the type's size."""
    unsigned = _unsigned(dtype)
    bits = np.asarray(keys, dtype=unsigned)
    if dtype.kind == "f":
        bits = np.where(bits & _sign(unsigned), bits ^ _sign(unsigned), ~bits)
    elif dtype.kind == "i":
        bits = bits ^ _sign(unsigned)
    return bits.view(dtype)


def _unsigned(dtype: np.dtype) -> np.dtype:
    return np.dtype(f"u{dtype.itemsize}")


def _sign(unsigned: np.dtype) -> np.unsignedinteger:
    return unsigned.type(1 << (8 * unsigned.itemsize - 1))
