"""Aligns a whole network of overlapping images at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from ..align.joint import JointSolution, solve_jointly
from ..align.joint_placement import grids, on_grid, placements
from ..align.joint_report import LAYER, write_table, write_vectors
from ..align.methods import check_matching
from ..align.placement import Placement, located
from ..align.settings import JOINTLY_ALIGNED_NAME, JointSettings
from ..align.tie_point_search import find_tie_points
from ..align.tie_points import TiePoints
from ..align.tie_points_file import SavedTiePoints, load, match_images, save, taken
from ..checks import check_reference_systems, find_single_images, no_overlap, raise_all, warn_of_turns
from ..errors import EvenlightError, OptionError, SavedFileError, some
from ..messages import Message, counted
from ..naming import check_outputs, distinct_names, unless_saved
from ..progress import Progress, Silent, conclude
from ..raster.canvas import footprint, make_canvas
from ..raster.grid import Grid
from ..raster.image import Image, called, identity, same_file_key
from ..raster.vector_file import check_vector_name
from ..report.files import PAGE, check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings
from ..statistics.overlaps import find_overlaps, overlapping_pairs
from .align_pages import page_of_network
from .aligned import deliver_aligned
from .closing import conclude_files
from .errors import UnknownFixedImageError
from .public import public
from .results import JointResult
from .step_checks import check_chosen

MATCHED, SOLVED = 0.85, 0.6
"""Share of the alignment after which tie points are found, and of the whole after which the network is solved."""


@public
def coregister_jointly(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: JointSettings = JointSettings(),
    save_tie_points: str | None = None,
    table: str | None = None,
    vectors: str | None = None,
    report: ReportFile | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> JointResult:
    """Write images at the places where they agree best with all that they overlap.

    Images that have no tie points, or whose tie points do not hold on others that were held out, are
    passed on as they are, with a message why.  ``save_tie_points``: a JSON file of all tie points, which
    ``settings.load_tie_points`` of another run may name; ``table``: a CSV file of what was found about
    each image; ``vectors``: a GeoPackage or GeoJSON file of what is left between tie points;
    ``report``: an HTML page about it.

    Raises `Problems`, `DamagedRasterError`, `ReferenceSystemError`, `WriteError`, `ReplaceError`,
    `Cancelled` or a `ClusterError`; earlier outputs are then untouched.
    """
    output = output.named(JOINTLY_ALIGNED_NAME)
    files = [path for path in (save_tie_points, table, vectors, report and report.path) if path]
    run = Run(execution, progress)
    wrong = check_report(report, PAGE)
    network = _prepared(paths, output, settings, files, save_tie_points, vectors, wrong, progress)
    run.check_cluster([image.path for image in network.images], [output.folder])
    pairs, points, here, solution, placed = _alignment(network, settings, run.stage(0.0, SOLVED))
    further: dict[str, Callable[[str], None]] = {}
    if save_tie_points:
        words = {"method": str(settings.match.method), "channel": settings.match.channel}
        found = {"crs": network.canvas.crs, "pairs": pairs, "points": points, "settings": words, "progress": progress}
        further[save_tie_points] = partial(save, images=network.images, **found)
    about = {"images": network.images, "canvas": network.canvas, "points": here, "solution": solution}
    if table:
        further[table] = partial(write_table, **about, placed=placed)
    if vectors:
        further[vectors] = partial(write_vectors, **about)
    sentence = _sentence(solution)
    found = here, solution, placed
    further.update(page_of_network(report, network.images, network.canvas, found, settings, sentence, progress))
    written = deliver_aligned(
        network.images,
        placed,
        "coregister_jointly",
        output,
        settings.resampling,
        _grids(network, solution) if settings.same_grid else None,
        run.stage(SOLVED, 1.0),
        further,
    )
    before, after = solution.rmse()
    conclude(progress, sentence)
    conclude_files(written, counted(len(written), "image"), progress)
    sizes = np.bincount(solution.groups)
    rejected = sum(pair.is_rejected for pair in solution.pairs)
    return JointResult([written[n] for n in network.place], [], before, after, int((sizes > 1).sum()), rejected)


def aligned_images(images: Sequence[Image], settings: JointSettings, run: Run) -> list[Image]:
    """Images where they agree best with all that they overlap, by a transform of each; no pixel of them is moved.

    Where none of them overlap they are returned as they are.  ``settings``: without a local mesh and fixed images.
    Raises `DamagedRasterError`, `ReferenceSystemError` or `Cancelled`.
    """
    order = sorted(range(len(images)), key=lambda n: identity(images[n].path))
    ordered = [images[n] for n in order]
    overlaps = find_overlaps(ordered, run.progress)
    tied = frozenset(overlaps.pairs.ravel().tolist())
    if not tied:
        return list(images)
    canvas = make_canvas([ordered[number] for number in sorted(tied)])
    network = _Network(tuple(ordered), (), tied, canvas, np.zeros(len(images), bool), {}, 0)
    placed = _alignment(network, settings, run).placed
    moved = {n: located(image, placement)[0] for n, image, placement in zip(order, ordered, placed)}
    return [moved[n] for n in range(len(images))]


@dataclass(frozen=True, eq=False)
class _Network:
    """Checked images, sorted by path so that the order of the inputs changes nothing."""

    images: tuple[Image, ...]
    place: tuple[int, ...]
    """For every input, where it stands in `images`."""
    tied: frozenset[int]
    """The images that meet another, or have tie points from a file."""
    canvas: Grid
    """Of those; one that lies elsewhere must not decide how large the pixels are that the others are compared in."""
    fixed: np.ndarray
    """(N,) bool."""
    known: dict[tuple[int, int], TiePoints]
    """Loaded tie points by pair."""
    strangers: int
    """Loaded pairs of images that are not in the run."""


class _Alignment(NamedTuple):
    """What was found about a network."""

    pairs: np.ndarray
    points: TiePoints
    here: TiePoints
    """In map coordinates, and in pixels of the common grid."""
    solution: JointSolution
    placed: list[Placement]


def _alignment(network: _Network, settings: JointSettings, run: Run) -> _Alignment:
    pairs, points = _tie_points(network, settings, run.stage(0.0, MATCHED))
    here = on_grid(points, network.canvas)
    windows = [footprint(image, network.canvas) for image in network.images]
    solution = solve_jointly(here, windows, network.fixed, settings, run.stop_if_cancelled)
    run.progress.advance(1.0)
    _report(network.images, pairs, solution, run.progress)
    return _Alignment(pairs, points, here, solution, placements(network.images, network.canvas, solution))


def _prepared(
    paths: Sequence[str],
    output: OutputSettings,
    settings: JointSettings,
    files: Sequence[str],
    saved_to: str | None,
    vectors: str | None,
    wrong: Sequence[EvenlightError],
    progress: Progress,
) -> _Network:
    """``files``: all that the run writes beside images; tie points to ``saved_to``; ``wrong``: what is known to be.

    Raises `Problems` with all that is wrong, or `Cancelled`.
    """
    found, problems = find_single_images(paths, 2, progress=progress)
    problems += [*wrong, *check_reference_systems(found)]
    images = tuple(sorted(found, key=lambda image: identity(image.path)))
    saved, number_of = None, {}
    if images:
        problems += check_matching(settings.match, images) + _check_mesh(settings)
        problems += check_chosen(settings.fixed_images, images, UnknownFixedImageError)[1]
        read = filter(None, [settings.match.model_file])
        reads = [*paths, *settings.fixed_images, *read, *unless_saved(settings.load_tie_points, saved_to)]
        problems += check_outputs(images, output, reads, files)
    problems += check_vector_name(vectors, Message("residual vectors"), LAYER) if vectors else []
    if settings.load_tie_points:
        try:
            saved = load(settings.load_tie_points)
            number_of = match_images(settings.load_tie_points, saved, images, progress)
        except SavedFileError as problem:
            problems.append(problem)
    raise_all(problems)
    overlaps = find_overlaps(images, progress)
    raise_all(no_overlap(images, overlaps))
    warn_of_turns(images, overlaps, progress)
    tied = frozenset(overlaps.pairs.ravel().tolist()).union(number_of.values())
    canvas = make_canvas([image for number, image in enumerate(images) if number in tied])
    known, strangers = _known(settings.load_tie_points, saved, number_of, canvas)
    keys = [same_file_key(image.path) for image in images]
    held = np.zeros(len(images), bool)
    for name in settings.fixed_images:
        held[called(name, images)] = True
    place = tuple(keys.index(same_file_key(image.path)) for image in found)
    return _Network(images, place, tied, canvas, held, known, strangers)


def _grids(run: _Network, solution: JointSolution) -> list[Grid | None]:
    """The common grid's part for each image; those that nothing ties to the others stay on their own."""
    found = grids(run.images, run.canvas, solution)
    return [grid if number in run.tied else None for number, grid in enumerate(found)]


def _known(
    file: str | None, saved: SavedTiePoints | None, number_of: dict[int, int], canvas: Grid
) -> tuple[dict[tuple[int, int], TiePoints], int]:
    return ({}, 0) if saved is None else taken(file, saved, number_of, canvas.crs)


def _check_mesh(settings: JointSettings) -> list[EvenlightError]:
    mesh = settings.mesh
    limits = [
        ("GRID_SPACING", mesh.spacing, Message("16 pixels or more"), mesh.spacing >= 16.0),
        ("SMOOTHNESS", mesh.smoothness, Message("0 or more"), mesh.smoothness >= 0.0),
        ("BENDING", mesh.bending, Message("0 or more"), mesh.bending >= 0.0),
        ("ANCHOR_FALLOFF", mesh.anchor_falloff, Message("a number of pixels above 0"), mesh.anchor_falloff > 0.0),
    ]
    return [OptionError(name, value, allowed) for name, value, allowed, fine in limits if not fine]


def _tie_points(network: _Network, settings: JointSettings, run: Run) -> tuple[np.ndarray, TiePoints]:
    """All pairs that were matched, (P, 2), now or earlier, and their tie points in map coordinates."""
    overlaps = overlapping_pairs([footprint(image, network.canvas) for image in network.images])
    new = np.array([pair for pair in overlaps.tolist() if tuple(pair) not in network.known]).reshape(-1, 2)
    if network.strangers:
        run.progress.inform(Message(
            "{pairs} of the tie points file left out: one of the images is not an input.",
            pairs=counted(network.strangers, "pair"),
        ))
    if network.known:
        known = counted(len(network.known), "pair")
        others = counted(len(new), "pair")
        run.progress.inform(Message(
            "Tie points of {known} are taken from the file, of {others} looked for.", known=known, others=others
        ))
    found = find_tie_points(network.images, network.canvas.crs, new, settings.match, run)
    pairs = sorted({*network.known, *map(tuple, new.tolist())})
    return np.array(pairs).reshape(-1, 2), TiePoints.joined([*network.known.values(), *found])


def _sentence(solution: JointSolution) -> str:
    """How many images were moved, and how well they lie on each other."""
    before, after = solution.rmse()
    moved = sum(transform is not None for transform in solution.transforms)
    fit = ""
    if math.isfinite(after):
        fit = Message(
            ": between tie points {before:.3f} pixels (RMSE) before, {after:.3f} after", before=before, after=after
        )
    return Message(
        "{moved} of {images} aligned together{fit}.",
        moved=moved, images=counted(len(solution.transforms), "image"), fit=fit,
    )


def _report(images: Sequence[Image], pairs: np.ndarray, solution: JointSolution, progress: Progress) -> None:
    before, after = solution.rmse()
    names = distinct_names(images)
    tied = len(solution.pairs)
    found = Message(
        "{tie_points} in {tied} of {pairs}",
        tie_points=counted(len(solution.counts), "tie point"), tied=tied, pairs=counted(len(pairs), "pair"),
    )
    rejected = int((~solution.counts).sum())
    if rejected < len(solution.counts):
        progress.inform(Message(
            "{found}, {rejected} of them rejected; RMSE {before:.3f} pixels before, {after:.3f} after.",
            found=found, rejected=rejected, before=before, after=after,
        ))
    elif rejected:
        progress.warn(Message(
            "{found}, all of them rejected, so nothing is aligned: try another CHANNEL or METHOD, or another "
            "MODEL.",
            found=found,
        ))
    else:
        progress.warn(Message(
            "No tie points in {pairs}, so nothing is aligned: try another CHANNEL or METHOD, or a larger "
            "MAX_SHIFT.",
            pairs=counted(len(pairs), "pair"),
        ))
    for pair in solution.pairs:
        if pair.is_rejected:
            progress.warn(Message(
                "{first} and {second}: {rejected} of {points} tie points contradict the others and were left out; "
                "look for repeated patterns, clouds or changed ground.",
                first=names[pair.first], second=names[pair.second], rejected=pair.rejected, points=pair.points,
            ))
    bridges = [pair for pair in solution.pairs if pair.bridge]
    if bridges:
        listed = (Message("{first} and {second}", first=names[one], second=names[two]) for one, two, *_ in bridges)
        listing = some(listed, quote="")
        progress.warn(Message(
            "No loop of overlaps checks the tie points between {listing}: look at the results there.", listing=listing
        ))
    for numbers, what in (
        (solution.stiffened, Message("its local mesh was made stiffer, because it would have folded")),
        (solution.folding, Message("it gets no local mesh, because that would fold")),
    ):
        for number in numbers:
            progress.inform(Message("{name}: {what}.", name=names[number], what=what))
    for name, reason, transform in zip(names, solution.reasons, solution.transforms):
        if transform is None:
            harmless = reason == "it is fixed" or reason.startswith("already in place")
            text = Message("{name} is passed on as it is: {reason}.", name=name, reason=reason)
            if harmless:
                progress.inform(text)
            else:
                progress.warn(Message(
                    "{text} Try another METHOD or CHANNEL, a larger MAX_SHIFT, or a simpler MODEL.", text=text
                ))
