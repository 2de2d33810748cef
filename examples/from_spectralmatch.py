"""Turn calls of spectralmatch (1.6) in a Python script into calls of Evenlight.

    python examples/from_spectralmatch.py my_script.py
    python examples/from_spectralmatch.py --as-before my_script.py

The new calls are printed, with a comment for everything that has no counterpart or other units; nothing is run and
nothing is written.  Evenlight's own methods are taken; with ``--as-before`` those that spectralmatch has: least
squares, block means, its power law, the last image on top.  Python's own modules are enough.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spectralmatch_names import (
    ALIASES,
    CLASSES,
    FUNCTIONS,
    OF_STEP,
    PIPELINE,
    POSITIONAL,
    SETTINGS,
    SHARED,
    STEPS,
    WITHOUT,
)


class Rule(NamedTuple):
    """What becomes of an argument."""

    place: str
    """``-``: it has no counterpart; with ``?``: one of other units or form, which a person has to fill in."""
    how: str
    """A conversion, or a reason."""


Given = dict[str, str]
"""Places, such as ``settings.method``, and the Python that goes there."""


def rules(table: str) -> dict[str, Rule]:
    """By old name; a later line takes the place of an earlier one."""
    lines = (line.split(" | ") for line in table.strip().splitlines() if line.strip())
    return {old.strip(): Rule(place.strip(), " ".join(how).strip()) for old, place, *how in lines}


def function_rules(name: str) -> tuple[str, dict[str, Rule]]:
    """The new job and the rules of a function's arguments."""
    if name == "pipeline":
        return "balance_and_mosaic", _pipeline_rules()
    return next((job, rules(table)) for (old, job), table in FUNCTIONS.items() if old == name)


def _pipeline_rules() -> dict[str, Rule]:
    found = {f"shared_{old}": rule for old, rule in rules(SHARED).items()}
    for step in STEPS:
        for old, rule in function_rules(step)[1].items():
            if step in OF_STEP:
                rule = Rule("-", OF_STEP[step])
            elif step in ("global_regression", "local_block_adjustment"):
                rule = rule._replace(place=rule.place.replace("settings.", f"{step.split('_')[0]}."))
            elif step == "align_rasters":
                rule = rule._replace(place=rule.place.replace("settings.", "grid."))
            found[f"{step}_{old}"] = rule
    found["local_block_adjustment_load_block_maps"] = Rule("-", "run load_block_maps, then mosaic")
    found["local_block_adjustment_save_block_maps"] = Rule("-", "run save_block_maps beside it")
    return {**found, **rules(PIPELINE)}


def _expression(text: str) -> str:
    """A condition of muparser as one of ours."""
    text = re.sub(r"\?\s*1\s*:\s*0\s*$", "", text)
    for old, new in ((r"&&", " and "), (r"\|\|", " or "), (r"!(?!=)", " not "), (r"==", "=")):
        text = re.sub(old, new, text)
    return " ".join(text.split())


def _mask(value: tuple) -> Given:
    field = f", field={value[2]!r}, match='contains'" if len(value) > 2 and value[2] else ""
    return {"mask": f"ev.read_mask({value[1]!r}{field})", "statistics.mask_mode": repr(value[0])}


def _blank(value: tuple) -> Given:
    made = _mask(value)
    return {"mask": made["mask"], "settings.mask_mode": made["statistics.mask_mode"]}


def _output(value: object) -> Given:
    if isinstance(value, (list, tuple)):
        return {"output.files": repr(tuple(value))}
    folder, name = os.path.split(value)
    return {"output.folder": repr(folder), "output.name": repr(name)} if "$" in name else {"output.folder": repr(value)}


def _models(value: tuple, group: str) -> Given:
    mode, images = value
    word = "shape" if mode == "include" and len(images) > 1 else mode
    return {f"{group}.model_images": repr(tuple(images)), f"{group}.model_images_mode": repr(word)}


def _blocks(value: object, group: str) -> Given:
    if isinstance(value, str):
        return {f"{group}.blocks_by_variation": "True"}
    if isinstance(value, (list, tuple)):
        return {f"{group}.block_rows": repr(value[0]), f"{group}.block_columns": repr(value[1])}
    return {f"{group}.blocks": repr(value)}


def _resolution(value: object, group: str) -> Given:
    if isinstance(value, str):
        return {f"{group}.resolution": repr(value)}
    return {f"{group}.resolution": "'given'", f"{group}.pixel_size": repr(value)}


CONVERSIONS: dict[str, Callable[[object, str], Given]] = {
    "output": lambda value, place: _output(value),
    "dtype": lambda value, place: {place: repr(_gdal_name(value))},
    "mask": lambda value, place: _mask(value),
    "blank": lambda value, place: _blank(value),
    "megabytes": lambda value, place: {place: repr(round(value * 1024))} if isinstance(value, (int, float)) else {},
    "threads": lambda value, place: {} if value == "auto" else {place: "0" if value == "cpu" else repr(value)},
    "scheduler": lambda value, place: {place: repr(value[1])},
    "cog": lambda value, place: {place: "'cog'"} if value else {},
    "folder": lambda value, place: {place: repr(os.path.dirname(value) if "$" in value else value)},
    "models": lambda value, place: _models(value, place.split(".")[0]),
    "blocks": lambda value, place: _blocks(value, place.split(".")[0]),
    "maps_to": lambda value, place: {
        "save_reference_map": repr(value[0]), "save_local_maps": repr(os.path.dirname(value[1]))},
    "maps_from": lambda value, place: {
        name: repr(part) for name, part in zip(("reference_map", "local_maps"), value) if part},
    "extent": lambda value, place: {place: f"ev.CanvasExtent{tuple(value)!r}"},
    "mesh": lambda value, place: {place: repr({"piecewise_affine": "bilinear"}.get(value, value))},
    "features": lambda value, place: {"match.method": "'features'", "match.feature": repr(value)},
    "loss": lambda value, place: {place: repr({"soft_l1": "huber"}.get(value, value))},
    "resolution": lambda value, place: _resolution(value, place.split(".")[0]),
    "resampling": lambda value, place: {place: repr({"near": "nearest", "cubicspline": "cubic"}.get(value, value))},
    "expression": lambda value, place: {place: repr(_expression(value))},
    "ranks": lambda value, place: {place: repr(re.sub(r"\{(\w+)\}", r'"\1"', value))},
    "align": lambda value, place: {place: repr("joint_coregistration" in value)},
}  # fmt: skip

AS_BEFORE = {
    "global_regression": {"settings.method": "'least_squares'"},
    "local_block_adjustment": {"settings.reference": "'block_means'", "settings.correction": "'offset'",
                               "settings.normalise": "False"},
    "mosaic": {"settings.overlap": "'last'", "settings.blend": "'none'"},
    "balance_and_mosaic": {"global.method": "'least_squares'", "local.reference": "'block_means'",
                           "local.correction": "'offset'", "local.normalise": "False"},
}  # fmt: skip
ALWAYS = {
    "voronoi_center_seamline": {"settings.method": "'distance'"},
    "create_cloud_mask_with_omnicloudmask": {"settings.preset": "'learned'"},
    "weighted_seamline": {"METHOD": "'rank'", "INPUT": "'in/*.tif'"},
}


def _gdal_name(dtype: str) -> str:
    if dtype.lower() in ("byte", "uint8"):
        return "Byte"
    number = re.sub(r"\D", "", dtype)
    kinds = (("u", "UInt"), ("i", "Int"), ("f", "Float"))
    return next((f"{word}{number}" for letter, word in kinds if dtype.lower().startswith(letter)), dtype)


def translated(call: ast.Call, as_before: bool) -> list[str]:
    """A call as lines of ours."""
    name = ALIASES.get(_name_of(call), _name_of(call))
    if name in WITHOUT:
        return [f"# {name}: {WITHOUT[name]}"]
    job, table = function_rules(name)
    given: Given = dict(ALWAYS.get(name, {}))
    notes = []
    names = POSITIONAL.get(name, ("input_images", "output_images"))
    arguments = [*zip(names, call.args), *((word.arg, word.value) for word in call.keywords if word.arg)]
    for old, node in arguments:
        rule, source = table.get(old, Rule("-", "it is no argument of spectralmatch 1.6")), ast.unparse(node)
        if rule.place == "-":
            notes.append(f"# {old}={source}: {rule.how}")
        elif rule.place.startswith("?"):
            notes.append(f"# {old}={source}: {rule.place[1:]}, {rule.how}")
        elif rule.how not in CONVERSIONS:
            given[rule.place] = source
        else:
            try:
                value = ast.literal_eval(node)
            except ValueError:
                notes.append(f"# {old}={source}: {rule.place}; no constant, see the table")
                continue
            if value is not None:
                given.update(CONVERSIONS[rule.how](value, rule.place))
    if "reference_map" in given or "local_maps" in given:
        # maps of spectralmatch mean its power law on raw values
        given = {"settings.correction": "'offset'", "settings.normalise": "False", **given}
        job = "load_block_maps"
    elif as_before:
        given = {**AS_BEFORE.get(job, {}), **given}
    return [*_lines(job, given), *notes]


def _lines(job: str, given: Given) -> list[str]:
    """The new call."""
    if job == "processing":
        values = [f'    "{name}": {value},' for name, value in given.items()]
        return ['processing.run("evenlight:seamlines", {', *values, "})"]
    classes = {**CLASSES, "settings": SETTINGS.get(job, "GlobalSettings")}
    groups: dict[str, Given] = {}
    plain: Given = {}
    for place, value in given.items():
        group, _, field = place.rpartition(".")
        (groups.setdefault(group, {}) if group else plain)[field] = value
    made = {group: f"ev.{classes[group]}({', '.join(f'{f}={v}' for f, v in fields.items())})"
            for group, fields in groups.items() if group not in ("pif", "match")}  # fmt: skip
    for inner in ("pif", "match"):
        if inner in groups:
            value = f"ev.{classes[inner]}({', '.join(f'{f}={v}' for f, v in groups[inner].items())})"
            outer = "global" if job == "balance_and_mosaic" else "settings"
            start = made.get(outer, f"ev.{classes[outer]}()")[:-1]
            made[outer] = f"{start}{'' if start.endswith('(') else ', '}{inner}={value})"
    if not job:
        return [made.get("settings", "ev.GlobalSettings()"), "# as settings of ev.global_regression"]
    first = [plain.pop("paths", "paths")]
    if job == "mask_rasters":
        first.append(plain.pop("mask", "mask"))
    if "target" in plain:
        first.append(plain.pop("target"))
    elif job not in ("mosaic", "seamlines", "balance_and_mosaic"):
        only = groups.get("output", {})
        first.append(only["folder"] if set(only) == {"folder"} else made.get("output", "'out'"))
    made.pop("output", None)
    words = {"global": "global_settings", "local": "local_settings"}
    named = [f"{words.get(name, name)}={value}" for name, value in {**made, **plain}.items()]
    return [f"ev.{job}(", *(f"    {part}," for part in [*first, *named]), ")"]


def _name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls_of(text: str) -> Iterator[ast.Call]:
    """Calls of spectralmatch's functions in a script, in its order."""
    known = {name for name, _ in FUNCTIONS} | set(ALIASES) | set(WITHOUT) | {"pipeline"}
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and _name_of(node) in known]
    return iter(sorted(found, key=lambda node: (node.lineno, node.col_offset)))


def translation(text: str, as_before: bool = False) -> str:
    """A script's calls as ours, each below a comment with its line."""
    lines = ["import evenlight.core as ev"]
    for call in calls_of(text):
        lines += ["", f"# line {call.lineno}: {_name_of(call)}", *translated(call, as_before)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    files = [name for name in sys.argv[1:] if name != "--as-before"]
    if len(files) != 1:
        sys.exit(__doc__)
    with open(files[0], encoding="utf-8") as script:
        sys.stdout.write(translation(script.read(), "--as-before" in sys.argv))
