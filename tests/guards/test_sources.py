"""Rules about the shipped sources, read from their syntax trees."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import evenlight

ROOT = Path(evenlight.__file__).parent
PACKAGES = ("algorithms", "core", "gui", "provider")
SHIPPED = sorted(
    [ROOT / "__init__.py", ROOT / "plugin.py", *(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))]
)
CORE = sorted((ROOT / "core").rglob("*.py"))

# Who may import whom: a package imports from those in lines before its own; those in one line do not know each other.
ORDER = [
    {"core/messages"},
    {"core/errors"},
    {"core/arguments"},
    {"core/settings", "core/thresholds"},
    {"core/progress", "core/installing"},
    {"core/execution", "core/version", "core/opencv", "core/json_reader", "core/log"},
    {"core/cluster"},
    {"core/run"},
    {"core/raster", "core/numeric"},
    {"core/statistics", "core/naming"},
    {"core/radiometry", "core/align", "core/mosaicking", "core/masks", "core/filters", "core/checks"},
    {"core/report"},
    {"core/jobs"},
    {"gui/styling"},
    {"gui/showing", "gui/dialog", "gui/band_widgets", "gui/batch"},
    {"gui/widgets"},
    {"algorithms"},
    {"gui"},
    {"provider"},
    {"plugin"},
    {"__init__"},
]

# The one place that translates what tables only mark, because no translation is loaded when they are made.
SHOWS_MARKED_TEXT = (
    "QCoreApplication.translate('Evenlight', text, None, -1 if number is None else min(int(number), MOST))"
)

UNSCOPED_ENUM = re.compile(
    r"\b(QgsProcessing\.Type\w+|QgsProcessingParameterDefinition\.Flag[A-Z]\w+|QgsProcessingParameterNumber\.(Double|Integer)"
    r"|QgsProcessingAlgorithm\.Flag[A-Z]\w+|QgsTask\.(CanCancel|Queued|Running|Complete)|Qgis\.(Info|Warning|Critical|Success)"
    r"|Qgis\.(Byte|UInt16|Int16|UInt32|Int32|Float32|Float64)|QgsMapLayer\.(Raster|Vector)Layer"
    r"|QgsContrastEnhancement\.StretchToMinimumMaximum|QgsProcessingFeatureSource\.Flag[A-Z]\w+"
    r"|QgsWkbTypes\.\w+Geometry)\b"
)
# Names that QGIS 3.22 lacks, or that QGIS 4 does, and what to write instead.
NOT_IN_EVERY_QGIS = {
    r"Qgis\.(Processing\w+|LayerType|RasterRangeLimit)": "the class's own enum, such as QgsProcessing.SourceType",
    r"QVariant|QMetaType": "a table as CSV or JSON, or a vector file written with ogr",
    r"QgsProcessingOutputVariantMap": "QgsProcessingOutputNumber, -File or -Html",
    r".*\.setStepWeights": "steps of equal weight",
    r".*\.pushFormattedMessage": "pushInfo or pushWarning",
    r".*\.FlagSecurityRisk|.*\.SecurityRisk": "no such flag",
    r".*\.grayBand|.*\.inputBand": "usesBands",
    r".*\.parameterAsFields|.*\.parameterAsStrings": "parameterAsString",
    r".*\.exec_": "exec",
}
ASKED_FIRST = {"maximumThreads", "groupName"}
"""Attributes that some versions lack: used only in a file that asks for them with ``hasattr``."""
KNOWN_ENUMS = {
    "Type",
    "Flag",
    "Flags",
    "SourceType",
    "Behavior",
    "LayerType",
    "MessageLevel",
    "DataType",
    "GeometryType",
}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(path: Path, name: str) -> list[ast.Call]:
    """Calls of a function by its bare or last name."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            last = called.id if isinstance(called, ast.Name) else getattr(called, "attr", None)
            if last == name:
                found.append(node)
    return found


def dotted(node: ast.AST) -> str | None:
    """``a.b.c`` of an attribute access; None for anything else."""
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(parts)])


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_no_unscoped_enum(path):
    """PyQt6 knows ``QgsTask.Flag.CanCancel`` and no longer ``QgsTask.CanCancel``."""
    accesses = {dotted(node) for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)} - {None}
    unscoped = {
        access
        for access in accesses
        if UNSCOPED_ENUM.fullmatch(access)
        # Whatever else looks like Class.Member with a capital, and is no known enum class.
        or (
            re.fullmatch(r"Q\w+\.[A-Z][a-z]\w*", access)
            and not any(other.startswith(access + ".") for other in accesses)
            and access.split(".")[1] not in {*KNOWN_ENUMS, "LayerDetails", "LayerOptions", "Class", "ColorRampItem"}
        )
    }
    assert not unscoped


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_no_old_qt(path):
    """Qt comes from ``qgis.PyQt``, the only door that every QGIS has; ``exec_`` left with Qt 5."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(PyQt5|PyQt6|resources_rc|exec_)\b", text)


def used_names(path: Path) -> set[str]:
    """Names and dotted names a file uses or imports."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            # What stands before the attribute may be a call.
            names |= {dotted(node) or f"?.{node.attr}"}
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_nothing_that_some_qgis_lacks(path):
    used = used_names(path)
    found = {
        name: instead for name in used for pattern, instead in NOT_IN_EVERY_QGIS.items() if re.fullmatch(pattern, name)
    }
    assert not found
    text = path.read_text(encoding="utf-8")
    for name in ASKED_FIRST & {name.rsplit(".", 1)[-1] for name in used}:
        assert re.search(rf'hasattr\(.+, "{name}"\)', text), name


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_python_39_can_read_it(path):
    """The grammar, and no ``X | Y`` that is computed: annotations are never."""
    text = path.read_text(encoding="utf-8")
    parsed = ast.parse(text, str(path), feature_version=(3, 9))
    if any(isinstance(node, (ast.FunctionDef, ast.AnnAssign)) for node in ast.walk(parsed)):
        assert "from __future__ import annotations\n" in text


@pytest.mark.parametrize(
    "text",
    ["x = Qgis.ProcessingSourceType.Raster", "from qgis.PyQt.QtCore import QVariant", "dialog().exec_()"],
)
def test_the_rules_can_refuse(text, tmp_path):
    path = tmp_path / "bad.py"
    path.write_text(text)
    with pytest.raises(AssertionError):
        test_nothing_that_some_qgis_lacks(path)


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_no_print(path):
    assert not [call.lineno for call in calls(path, "print") if isinstance(call.func, ast.Name)]


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_no_assert(path):
    """An assert vanishes under ``-O``, and the plugin site refuses it."""
    assert not [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Assert)]


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_translate_gets_literal_text(path):
    """Only literal text is found by the translators' tools: no f-string, no variable, no sum."""
    for call in [*calls(path, "translate"), *calls(path, "QT_TRANSLATE_NOOP")]:
        literal = all(isinstance(argument, ast.Constant) for argument in call.args)
        assert literal or ast.unparse(call) == SHOWS_MARKED_TEXT, f"line {call.lineno}"


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_marked_text_has_the_context_it_is_shown_in(path):
    """In any other, its translation is never found."""
    for call in calls(path, "QT_TRANSLATE_NOOP"):
        assert call.args[0].value == "Evenlight", f"line {call.lineno}"


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_no_file_or_function_grows_too_long(path):
    """A file over 400 lines is two ideas, a function over 60 too."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno - node.lineno + 1 > 60
    ]
    assert not long


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_one_place_warps(path):
    """Where it is said that no values are shifted."""
    made = [call.lineno for name in ("Warp", "WarpOptions", "ReprojectImage") for call in calls(path, name)]
    assert not made or label(path) == "core/raster/warping.py"


def package_of(path: Path) -> str:
    """The unit of the order a file belongs to."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    unit = "/".join(parts[:2])
    return unit if parts[0] == "core" or any(unit in packages for packages in ORDER) else parts[0]


def rank(package: str) -> int:
    for position, packages in enumerate(ORDER):
        if package in packages:
            return position
    raise AssertionError(f"{package} has no place in the order of the packages")


def file_of(module: Path) -> Path | None:
    """The file of a module or package; None where there is none."""
    files = module.with_suffix(".py"), module / "__init__.py"
    return next((file for file in files if file.is_file()), None)


def imported_files(path: Path) -> set[Path]:
    """Files of the package that a module imports: at its top, in a function, or for types only."""
    files = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = path.parents[node.level - 1]
            target = base.joinpath(*(node.module or "").split(".")) if node.module else base
            files |= {file_of(target / alias.name) or file_of(target) for alias in node.names}
    return files - {None, path}


def imported_rooms(path: Path) -> set[str]:
    """Packages that a module imports."""
    files = imported_files(path)
    return {package_of(file.parent if file.name == "__init__.py" else file) for file in files} - {"", "core"}


def test_no_circle():
    """No file imports another that imports it, over however many others: also not within a package."""
    tuple(graphlib.TopologicalSorter({path: imported_files(path) for path in SHIPPED}).static_order())


@pytest.mark.parametrize("path", [path for path in SHIPPED if path != ROOT / "core" / "__init__.py"], ids=label)
def test_imports_go_one_way(path):
    package = package_of(path)
    for imported in imported_rooms(path):
        assert imported == package or rank(imported) < rank(package), f"{package} imports {imported}"
        if package.startswith("core"):
            assert imported.startswith("core")


def imported_from_outside(path: Path) -> set[str]:
    """Full names of modules that a file imports from other packages."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("path", sorted(set(SHIPPED) - set(CORE)), ids=label)
def test_only_the_core_computes(path):
    """An algorithm translates parameters; pixels, matrices and files are the core's."""
    assert not {name.split(".")[0] for name in imported_from_outside(path)} & {"osgeo", "numpy", "scipy", "cv2"}


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_widgets_are_imported_by_gui_only(path):
    """``qgis_process`` loads the rest, without a window."""
    widgets = {name for name in imported_from_outside(path) if re.match(r"qgis\.(gui|PyQt\.QtWidgets|utils)", name)}
    assert package_of(path) in ("gui", "gui/dialog", "gui/band_widgets", "gui/widgets", "gui/batch") or not widgets


@pytest.mark.parametrize("path", SHIPPED, ids=label)
def test_package_is_imported_relatively(path):
    """The folder may have any name while it is developed."""
    for node in ast.walk(tree(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        assert not [name for name in names if name.split(".")[0] == "evenlight"]


REFUSE_QGIS = """
import importlib, importlib.abc, importlib.util, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "sip", "processing"):
            raise ImportError("refused: " + name)
        return None

sys.meta_path.insert(0, Refuse())
root = sys.argv[1]
spec = importlib.util.spec_from_file_location("evenlight", root + "/__init__.py", submodule_search_locations=[root])
package = importlib.util.module_from_spec(spec)
sys.modules["evenlight"] = package
spec.loader.exec_module(package)
for name in sys.argv[2:]:
    importlib.import_module(name)
left = [name for name in sys.modules if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6")]
sys.exit(", ".join(left) or 0)
"""


def test_core_imports_without_qgis_and_qt():
    """Every module of the core, in a fresh interpreter that refuses QGIS and Qt."""
    modules = []
    for path in CORE:
        parts = path.relative_to(ROOT).with_suffix("").parts
        modules.append(".".join(["evenlight", *(parts[:-1] if parts[-1] == "__init__" else parts)]))
    done = subprocess.run(
        [sys.executable, "-c", REFUSE_QGIS, str(ROOT), *modules], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", CORE, ids=label)
def test_only_the_run_divides_the_memory_budget(path):
    """Elsewhere it may be named, in settings and in messages, but nothing is worked out from it."""
    found = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.BinOp) and any(getattr(side, "attr", "") == "memory_budget" for side in ast.walk(node))
    ]
    assert not found or label(path) == "core/run.py"
