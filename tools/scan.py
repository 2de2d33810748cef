"""Looks at a built zip as the plugin site does: bandit, detect-secrets, flake8 and the rules for uploads.

    .venv/bin/python tools/scan.py dist/evenlight.zip

Every file of the zip is looked at, without a configuration and without exceptions.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LARGEST = 5_000_000
"""Bytes, of which pictures of the pages may be three fifths; the site takes five times as much."""
UNWANTED = re.compile(
    r"(^|/)(\.|__pycache__|__MACOSX|tests?/)|\.(pyc|pyd|so|dll|dylib|exe|bat|sh|bin|whl)$|\\|\.\./"
)
EXCEPTIONS = re.compile(r"#\s*(noqa|nosec)|pragma:\s*allowlist", re.IGNORECASE)
BANDIT = ("bandit", "--quiet", "--recursive", "--format", "txt", ".")
FLAKE8 = ("flake8", "--isolated", "--max-line-length", "120", ".")
SECRETS = ("detect_secrets", "scan", "--all-files", ".")


def main(arguments: list[str]) -> int:
    """Print what was found; 1 if anything was."""
    found = findings(Path(arguments[0]))
    for scanner, lines in found.items():
        sys.stdout.write(f"{scanner}: {len(lines) or 'nothing'} found\n")
        sys.stdout.writelines(f"  {line}\n" for line in lines)
    return 1 if any(found.values()) else 0


def findings(built: Path) -> dict[str, list[str]]:
    """What each scanner complains about, line by line."""
    found = {"rules for uploads": _broken_rules(built)}
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(built) as archive:
        archive.extractall(folder)
        # As one top folder, so that paths are as they are in the zip.
        found["exceptions in comments"] = _exceptions(Path(folder))
        found["bandit"] = _run(BANDIT, folder).splitlines()
        found["flake8"] = _run(FLAKE8, folder).splitlines()
        secrets = json.loads(_run(SECRETS, folder))["results"]
        found["detect-secrets"] = [f"{name}:{one['line_number']}" for name, many in secrets.items() for one in many]
    return found


def _broken_rules(built: Path) -> list[str]:
    """Rules about the zip itself."""
    with zipfile.ZipFile(built) as archive:
        infos = archive.infolist()
    names = [info.filename for info in infos]
    broken = [f"{name} must not be shipped" for name in names if UNWANTED.search(name)]
    broken += [f"{info.filename} is executable" for info in infos if (info.external_attr >> 16) & 0o111]
    top = names[0].split("/")[0]
    broken += [f"{name} is not in {top}/" for name in names if not name.startswith(f"{top}/")]
    broken += [f"{name} is missing" for name in ("LICENSE", "metadata.txt") if f"{top}/{name}" not in names]
    if built.stat().st_size > LARGEST:
        broken.append(f"{built.stat().st_size} bytes are more than {LARGEST}")
    return broken


def _exceptions(folder: Path) -> list[str]:
    """Comments that would hide something from a scanner."""
    return [
        f"{path.relative_to(folder)}:{number}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if EXCEPTIONS.search(line)
    ]


def _run(module: tuple[str, ...], folder: str) -> str:
    """What a scanner says; that it is missing is no clean bill."""
    done = subprocess.run([sys.executable, "-m", *module], cwd=folder, capture_output=True, text=True, check=False)
    if "No module named" in done.stderr or done.returncode > 1:
        raise SystemExit(f"{module[0]} did not run: {done.stderr}")
    return done.stdout if done.returncode or module is SECRETS else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
