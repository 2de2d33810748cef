"""A preview's settings as a command: for Python, for a shell, and as JSON."""

from __future__ import annotations

import json
import shlex
from collections.abc import Collection, Mapping
from enum import Enum
from typing import NamedTuple

from qgis.core import QgsMapLayer, QgsProcessingFeatureSourceDefinition, QgsProject, QgsReferencedRectangle

PROVIDER = "evenlight"


class Command(NamedTuple):
    """A tool with its parameters, as plain values."""

    tool: str
    parameters: dict[str, object]

    @property
    def id(self) -> str:
        """Of the tool, with that of the provider."""
        return f"{PROVIDER}:{self.tool}"

    def python(self) -> str:
        """A call for QGIS's Python console."""
        lines = [f"    {name!r}: {value!r}," for name, value in self.parameters.items()]
        return "\n".join(["import processing", "", f"processing.run({self.id!r}, {{", *lines, "})"]) + "\n"

    def shell(self) -> str:
        """A call of `qgis_process`, in one line."""
        words = ["qgis_process", "run", self.id, "--"]
        for name, value in self.parameters.items():
            for one in value if isinstance(value, list) else [value]:
                words.append(f"{name}={_word(one)}")
        return " ".join(map(shlex.quote, words)) + "\n"

    def json(self) -> str:
        """The input of `qgis_process run ... -` of QGIS 3.24 and newer."""
        return json.dumps({"inputs": self.parameters}, indent=2, ensure_ascii=False) + "\n"


def command_of(tool: str, known: Collection[str], parameters: Mapping[str, object]) -> Command:
    """With those parameters that the tool has; ``known``: names of its own."""
    plain = {name: _plain(value) for name, value in parameters.items() if name in known}
    return Command(tool, plain)


def _plain(value: object) -> object:
    """What a value is called outside this project: layers are their files."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return _plain(value.source.staticValue())
    if isinstance(value, QgsReferencedRectangle):
        edges = value.xMinimum(), value.xMaximum(), value.yMinimum(), value.yMaximum()
        return f"{','.join(f'{edge:.12g}' for edge in edges)} [{value.crs().authid()}]"
    if isinstance(value, QgsMapLayer):
        return value.source()
    if isinstance(value, str):
        layer = QgsProject.instance().mapLayer(value)
        return value if layer is None else layer.source()
    return value if isinstance(value, (bool, int, float)) or value is None else str(value)


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
