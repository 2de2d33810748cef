"""A chain of corrections in the one form that a virtual raster can hold.

    multiply:  y = ((scale x + offset) / light + bias) * field + shift
    add:       y = (scale x + offset) / light + bias + field

The field is bilinear between block centres.  Without common light bias is 0, without a field
y = (scale x + offset) / light + bias.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import EvenlightError
from ..settings import CorrectionKind
from .corrections import BlockCorrection, Correction, GainOffset
from .light_field import LightField


class VirtualOutputError(EvenlightError):
    """A virtual raster cannot hold the correction."""

    def __init__(self, correction: str):
        super().__init__(
            f'The correction "{correction}" cannot be a virtual raster: choose linear or additive, or write GeoTIFF.'
        )


@dataclass(frozen=True)
class VirtualForm:
    """See the module; all (K,) float64 but for the field."""

    scale: np.ndarray
    offset: np.ndarray
    shift: np.ndarray
    field: BlockCorrection | None = None
    """Blocks whose `parameter` is the field itself."""
    light: LightField | None = None
    bias: np.ndarray | float = 0.0

    @property
    def multiplies(self) -> bool:
        """Whether the field is a factor."""
        return self.field is not None and self.field.kind is CorrectionKind.LINEAR


def virtual_form(chain: Sequence[Correction], bands: int) -> VirtualForm:
    """The chain as one form.  Raises `VirtualOutputError` for corrections that have none."""
    form = VirtualForm(np.ones(bands), np.zeros(bands), np.zeros(bands))
    for correction in chain:
        if isinstance(correction, GainOffset):
            form = _after_gain(form, correction)
        elif isinstance(correction, LightField) and form.light is form.field is None:
            form = replace(form, light=correction)
        elif isinstance(correction, BlockCorrection) and form.field is None and correction.kind in WITH_VIRTUAL_FORM:
            form = WITH_VIRTUAL_FORM[correction.kind](form, correction)
        else:
            raise VirtualOutputError(getattr(correction, "kind", CorrectionKind.GAMMA).value)
    return form


def _after_gain(form: VirtualForm, step: GainOffset) -> VirtualForm:
    """g ((s x + o) F + c) + b = (g s x + g o) F + (g c + b); without a factor b goes to the offset or the bias."""
    scaled = replace(form, scale=step.gain * form.scale, offset=step.gain * form.offset, bias=step.gain * form.bias)
    if form.multiplies:
        return replace(scaled, shift=step.gain * form.shift + step.offset)
    if form.field is not None:
        parameter = step.gain[:, None, None] * form.field.parameter
        scaled = replace(scaled, field=replace(form.field, parameter=parameter))
    if form.light is not None:
        return replace(scaled, bias=scaled.bias + step.offset)
    return replace(scaled, offset=scaled.offset + step.offset)


def _multiplied(form: VirtualForm, step: BlockCorrection) -> VirtualForm:
    """v + alpha (k r v + c - v) = v (1 - alpha + alpha k r) + alpha c."""
    gain = step.gauge_gain[:, None, None]
    field = 1.0 - step.alpha + step.alpha * gain * step.parameter
    return replace(form, field=replace(step, parameter=field), shift=step.alpha * step.gauge_offset)


def _added(form: VirtualForm, step: BlockCorrection) -> VirtualForm:
    """v + alpha (k (v + d) + c - v) = v (1 - alpha + alpha k) + alpha (k d + c)."""
    factor = 1.0 - step.alpha + step.alpha * step.gauge_gain
    gain, offset = step.gauge_gain[:, None, None], step.gauge_offset[:, None, None]
    field = step.alpha * (gain * step.parameter + offset)
    scaled = {"scale": factor * form.scale, "offset": factor * form.offset, "bias": factor * form.bias}
    return replace(form, **scaled, field=replace(step, parameter=field))


WITH_VIRTUAL_FORM = {CorrectionKind.LINEAR: _multiplied, CorrectionKind.ADDITIVE: _added}
"""The block corrections that a virtual raster can hold."""
