"""Runs trials for `workers`: one JSON request per line in, one JSON answer per line out.

    python worker.py FOLDER

``{"family": name, "rows": n}`` asks for the trials of its first rows, ``{"family": name, "row":
row, "number": n}`` for one of them, with ``"planted": name`` while the product does something
wrong.  Everything is imported once; each request is answered by a forked child.
"""

from __future__ import annotations

import importlib
import itertools
import json
import os
import pkgutil
import sys
import traceback
from pathlib import Path

# a child has only the thread that forked
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[_name] = "1"
os.environ.update(QT_QPA_PLATFORM="offscreen", OGR_CURRENT_DATE="2020-01-01T00:00:00.000Z")
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "core" / "helpers")]


def main(folder: str) -> None:
    """Answer until there are no more requests."""
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    application = start_qgis()
    import evenlight.core
    from reliability import FAMILIES
    from reliability.place import Place, forked

    for module in pkgutil.walk_packages(evenlight.core.__path__, "evenlight.core."):
        importlib.import_module(module.name)
    families = {name: importlib.import_module(f"reliability.{name}") for name in FAMILIES}
    place = Place(Path(folder))
    for line in requests:
        request = json.loads(line)
        family = families[request["family"]]
        answer = forked(lambda: answer_to(request, family, place), family.SECONDS, place.root / "stderr")  # noqa: B023
        answers.write(json.dumps({**answer, "title": family.TITLE}) + "\n")
        answers.flush()
    os._exit(0 if application else 1)


def start_qgis():
    """QGIS without a window, Processing, and our provider."""
    import conftest  # noqa: F401  makes this checkout, or EVENLIGHT_PACKAGE, the package
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from evenlight.provider.provider import EvenlightProvider

    provider = EvenlightProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return application, provider


def answer_to(request: dict, family, place) -> dict:
    """What a trial gave, in a child: ``why`` it did not hold, or why it was ``skipped``, or figures."""
    from reliability.oracle import NotHeld
    from reliability.place import Skipped
    from reliability.planted import PLANTS

    if "row" not in request:
        rows = itertools.groupby(family.trials(place), lambda trial: trial[0])
        return {"trials": [trial for _, row in itertools.islice(rows, request["rows"]) for trial in row]}
    if request.get("planted"):
        PLANTS[request["planted"]].plant()
    try:
        return {"why": None, "figure": family.attempt(place, request["row"], request["number"])}
    except NotHeld as error:
        return {"why": str(error)}
    except Skipped as error:
        return {"why": None, "skipped": str(error)}
    except Exception:  # noqa: BLE001  told as a trial that failed
        return {"why": f"the trial itself: {traceback.format_exc()}"}


if __name__ == "__main__":
    main(sys.argv[1])
