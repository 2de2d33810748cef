"""Import the checkout this file lies in as the package ``evenlight``, whatever its folder is called.

Importing this module is enough: ``import evenlight.core...`` works from then on.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

PACKAGE = "evenlight"
ROOT = Path(__file__).resolve().parents[1]


def _load() -> None:
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


if PACKAGE not in sys.modules:
    _load()
