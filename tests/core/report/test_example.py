"""The example that makes the report of a folder runs as it stands."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from made_scenes import make_scene

import evenlight

SCRIPT = Path(evenlight.__file__).parent / "examples" / "report_of_folder.py"


def test_the_report_of_a_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    made = make_scene(tmp_path / "in", rows=1, columns=2, size=100, step=60, bands=1)
    main = runpy.run_path(str(SCRIPT))["main"]
    assert main([str(Path(made.paths[0]).parent), str(tmp_path / "r.html")]) == 0
    assert {file.name for file in tmp_path.glob("r.*")} == {"r.html", "r.json", "r.csv"}
    assert "Normalised RMSE" in capsys.readouterr().out
    assert main([str(tmp_path / "nothing"), str(tmp_path / "s.html")]) == 1
    assert main([]) == 2
