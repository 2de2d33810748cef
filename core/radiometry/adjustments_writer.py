"""Writes what `adjustments_file` reads."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import NamedTuple

import numpy as np

from ..progress import Progress, cancellable
from ..raster import writing
from ..raster.image import Image, file_size, identity
from ..statistics.content import Content
from ..version import VERSION
from .adjustment import GlobalSolution
from .adjustments_file import FORMAT, FORMAT_VERSION, LIGHT, OVERLAP, WHOLE, SavedImage
from .network import Network
from .saved_light import Frame, SavedLight
from .solution import Solution


class Node(NamedTuple):
    """What is saved of an image beside numbers."""

    path: str
    name: str
    size: tuple[int, int] | None
    bytes: int | None
    scales: np.ndarray
    """(2, K)."""
    light: SavedLight | None = None
    content: Content | None = None
    data_type: str = ""

    key = SavedImage.key


def save_solution(path: str, solution: Solution, progress: Progress) -> None:
    """Write statistics and solution, both of stored values, for all nodes of the network.

    Images apart are known too, as images that nothing changes: without statistics, so that a run in
    which they meet others reads them.  Raises `WriteError` or `Cancelled`.
    """
    number = len(solution.scene.apart)
    networks = (solution.step.stored, solution.step.levelled, solution.step.seen)
    network, levelled, seen = (network.with_unknown(number) for network in networks)
    adjustments, nodes = solution.step.solution.with_unchanged(number), _nodes(solution, progress)
    keys = [node.key for node in nodes]
    overlaps, as_is = _overlaps(network, keys), _overlaps(seen, keys)
    weights, settings = _weights(network, keys), solution.global_settings
    facts = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "software": f"Evenlight {VERSION}",
        "settings": {
            "method": settings.method.value, "model": settings.model.value, "pif_method": settings.pif.method.value,
        },
    }
    entries = (
        _json(
            {
                **_image_entry(node, index, adjustments),
                **_statistics_entry(index, network, levelled, seen, overlaps[index], as_is[index]),
                **({"weights": weights[index]} if weights[index] else {}),
                **({} if node.light is None else {"common_light": _light_entry(node.light)}),
            }
        )
        for index, node in enumerate(cancellable(nodes, progress))
    )
    # image by image: of thousands, one text would keep a cancel waiting
    images = ",\n".join(entries)
    writing.write_text(path, f'{_json(facts)[:-2]},\n "images": [\n{images}\n ]\n}}')


def _nodes(solution: Solution, progress: Progress) -> list[Node]:
    """The scene's images, those that are only in a loaded file, and those apart.

    Statistics are without common light; it is in the results too where there is no local step.
    """
    scene, known = solution.scene, solution.known
    units, taken_out = np.stack(scene.units(), axis=1), solution.local is not None
    nodes = []
    for n, (image, own) in enumerate(zip(scene.images, solution.ground.fields)):
        field = own[0] if own else None
        light = field and SavedLight(field.terms, taken_out, units[n], Frame(scene.canvas.crs, field.placement))
        # unchanged, or it would have been read anew
        content = (n in known.found and known.entries[known.found[n]].content) or Content.of(image, progress)
        nodes.append(_node(image, content)._replace(light=light))
    nodes += [
        Node(entry.path, entry.name, entry.size, entry.bytes, entry.scales, entry.light, entry.content, entry.data_type)
        for entry in known.only_saved
    ]
    return nodes + [_node(image, Content.of(image, progress)) for image in scene.apart]


def _node(image: Image, content: Content | None) -> Node:
    size = image.width, image.height
    return Node(
        identity(image.path),
        image.name,
        size,
        file_size(image.path),
        np.array(image.scales).T,
        content=content,
        data_type=image.dtype.name,
    )


def _json(content: dict) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False)


def _overlaps(network: Network, keys: Sequence[str]) -> list[dict[str, list]]:
    """Of every image by the other one's key."""
    found: list[dict[str, list]] = [{} for _ in keys]
    for pair, (first, second) in enumerate(zip(network.first.tolist(), network.second.tolist())):
        count, covariance = network.pair_count[pair], network.covariance[pair]
        own = network.mean_first[pair], network.std_first[pair]
        found[first][keys[second]] = _table(OVERLAP, count, *own, covariance)
        own = network.mean_second[pair], network.std_second[pair]
        found[second][keys[first]] = _table(OVERLAP, count, *own, covariance)
    return found


def _weights(network: Network, keys: Sequence[str]) -> list[dict[str, float]]:
    found: list[dict[str, float]] = [{} for _ in keys]
    if network.trust is not None:
        for pair in np.flatnonzero(network.trust != 1.0):
            first, second, weight = network.first[pair], network.second[pair], float(network.trust[pair])
            found[first][keys[second]] = found[second][keys[first]] = weight
    return found


def _image_entry(node: Node, index: int, solution: GlobalSolution) -> dict:
    return {
        "path": node.path,
        "name": node.name,
        "size": list(node.size) if node.size else None,
        "bytes": node.bytes,
        "content": node.content and node.content.to_json(),
        "data_type": node.data_type,
        "scales": _table(("scale", "offset"), *node.scales),
        "adjustments": _table(
            ("gain", "offset", "gain_error", "offset_error"),
            solution.gain[index],
            solution.offset[index],
            solution.gain_error[index],
            solution.offset_error[index],
        ),
    }


def _statistics_entry(
    index: int, network: Network, levelled: Network, seen: Network, overlaps: dict, as_is: dict
) -> dict:
    whole, unchanged, all_of_it = (
        _table(WHOLE, *(table[index] for table in (one.count, one.mean, one.std))) for one in (network, levelled, seen)
    )
    return {
        "whole": whole,
        "overlaps": overlaps,
        **({} if unchanged == whole else {"unchanged": unchanged}),
        **({} if (all_of_it, as_is) == (whole, overlaps) else {"as_is": {"whole": all_of_it, "overlaps": as_is}}),
    }


def _light_entry(light: SavedLight) -> dict:
    return {
        "taken_out": light.taken_out,
        "terms": _table(LIGHT, *light.terms.T),
        "units": _table(("scale", "offset"), *light.units),
        **({} if light.frame is None else {"frame": light.frame.to_json()}),
    }


def _table(names: Sequence[str], *columns: np.ndarray) -> list[dict[str, float | None]]:
    return [
        {name: float(value) if math.isfinite(value) else None for name, value in zip(names, row)}
        for row in zip(*columns)
    ]
