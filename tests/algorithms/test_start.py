"""QGIS's start does not wait for what only runs need."""

import subprocess
import sys
from pathlib import Path

import evenlight

START = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
importlib.import_module(f"{sys.argv[2]}.plugin")
provider = importlib.import_module(f"{sys.argv[2]}.provider.provider").EvenlightProvider()
provider.refreshAlgorithms()
print(len(provider.algorithms()), *sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[3:])))
"""

HEAVY = ("numpy", "scipy", "cv2", "jinja2", "matplotlib", "dask")


def test_the_toolbox_is_filled_without_numpy(tmp_path):
    """Modules of the plugin and all tools, in a fresh interpreter."""
    (tmp_path / "evenlight").symlink_to(Path(evenlight.__file__).parent)
    command = [sys.executable, "-c", START, str(tmp_path), "evenlight", *HEAVY]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    number, *loaded = run.stdout.split()
    assert int(number) > 20
    assert loaded == []
