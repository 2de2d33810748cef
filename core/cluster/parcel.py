"""This package's core as one archive, so that workers run the very code that sent the tasks."""

from __future__ import annotations

import functools
import hashlib
import io
import zipfile
from pathlib import Path
from typing import NamedTuple

PACKAGE = __name__.partition(".core.")[0]
"""Under what name the tasks' functions are found, here and on a worker."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""One date for all files, so that equal sources give equal archives."""


class Parcel(NamedTuple):
    """What a worker needs to run our tasks beside numpy, scipy and GDAL."""

    package: str
    digest: str
    """Of the sources."""
    archive: bytes
    """A zip of the package's core."""


@functools.lru_cache(maxsize=1)
def parcel() -> Parcel:
    """The core as it is on this machine; read once."""
    root = Path(__file__).resolve().parents[2]
    files = [root / "__init__.py", root / "metadata.txt", *(root / "core").rglob("*.py")]
    contents = {path.relative_to(root).as_posix(): path.read_bytes() for path in files if path.is_file()}
    digest = hashlib.sha256()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(contents):
            digest.update(f"{name} {len(contents[name])} ".encode() + contents[name])
            target.writestr(zipfile.ZipInfo(f"{PACKAGE}/{name}", EPOCH), contents[name], zipfile.ZIP_DEFLATED)
    return Parcel(PACKAGE, digest.hexdigest()[:16], archive.getvalue())
