"""How a script repeats a run."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsMapLayer, QgsProcessingFeatureSourceDefinition, QgsProcessingOutputLayerDefinition, QgsProperty

from .inputs import is_null


def call_text(algorithm: str, parameters: Mapping[str, object]) -> str:
    """The call of `processing.run` with what was given, a line for each parameter.

    QGIS's own text loads the rasters to name them, and statistics that it then takes are written into virtual ones.
    """
    given = {name: _plain(value) for name, value in parameters.items() if not name.startswith("_")}
    lines = [f"    {name!r}: {value!r}," for name, value in given.items() if value is not None]
    return "\n".join([f"processing.run({algorithm!r}, {{", *lines, "})"])


def _plain(value: object) -> object:
    """A value as Python writes it; None for what a dialog leaves empty."""
    if value is None or is_null(value):
        return None
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, QgsMapLayer):
        return value.source()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return _plain(value.source)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return _plain(value.sink)
    if isinstance(value, QgsProperty):
        # an expression has no value of its own
        return value.staticValue() if value.expressionString() == "" else value.expressionString()
    return str(value)
