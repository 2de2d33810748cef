"""Builds the plugin's zip: one folder ``evenlight`` with the files of this checkout that users need.

    .venv/bin/python tools/package.py dist/evenlight.zip

The files are those git tracks or would track, as they are now, without what ``.gitattributes``
keeps out, and the compiled translations; without git, all files.  Order, dates and rights are
fixed, so equal files give equal zips.
"""

from __future__ import annotations

import fnmatch
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "evenlight"
DATE = (2020, 1, 1, 0, 0, 0)
RIGHTS = 0o644 << 16
BUILT = ("__pycache__", "dist", "demo-output", "benchmark-data")


def main(arguments: list[str]) -> int:
    """Write the zip and say what it holds."""
    target = Path(arguments[0]) if arguments else ROOT / "dist" / f"{PACKAGE}.zip"
    files = package_files()
    write_zip(target, files)
    sys.stdout.write(f"{target}: {len(files)} files, {target.stat().st_size / 1024:.0f} kB\n")
    return 0


def package_files() -> list[str]:
    """Paths relative to the root, sorted, with slashes."""
    excluded = _excluded_patterns()
    files = [name for name in checkout_files() if not any(_matches(name, pattern) for pattern in excluded)]
    return sorted({*files, *compiled_translations()})


def compiled_translations() -> list[str]:
    """What QGIS reads of them; git does not track it."""
    subprocess.run([sys.executable, str(ROOT / "tools" / "translations.py"), "--compile"], check=True)
    return [path.with_suffix(".qm").relative_to(ROOT).as_posix() for path in (ROOT / "i18n").glob("*.ts")]


def write_zip(target: Path, files: Iterable[str]) -> None:
    """Write beside the target and rename, so that a zip is whole or not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in files:
            entry = zipfile.ZipInfo(f"{PACKAGE}/{name}", DATE)
            entry.external_attr = RIGHTS
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (ROOT / name).read_bytes())
    os.replace(part, target)


def checkout_files() -> list[str]:
    """What git tracks or would track; without git, what lies here and is not hidden or built."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        names = [os.fsdecode(name) for name in listing.split(b"\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*")]
        names = [name for name in names if not _is_hidden_or_built(name)]
    # A file may be tracked and deleted.
    return [name for name in names if (ROOT / name).is_file()]


def _is_hidden_or_built(name: str) -> bool:
    return any(part.startswith(".") or part in BUILT for part in name.split("/"))


def _excluded_patterns() -> list[str]:
    """Patterns marked ``export-ignore`` in ``.gitattributes``, which ``git archive`` obeys too."""
    lines = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.endswith(" export-ignore")]


def _matches(name: str, pattern: str) -> bool:
    """Whether a pattern from the root (``/tests``, ``/i18n/*.ts``) means this file or a folder above it."""
    pattern = pattern.lstrip("/")
    return fnmatch.fnmatch(name, pattern) or name.startswith(pattern + "/")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
