"""What can be wrong with a cluster; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..errors import EvenlightError, some
from ..messages import Message


class ClusterError(EvenlightError):
    """Root of what can be wrong with a cluster."""


class NoSchedulerError(ClusterError):
    """Nothing answers at the address, or the scheduler file says none."""

    def __init__(self, scheduler: str, detail: str):
        super().__init__(Message(
            "No Dask scheduler was found with {scheduler} ({detail}): give the address or the file of a running "
            "one, or leave SCHEDULER empty to work on this machine.",
            scheduler=scheduler, detail=detail,
        ))


class NoWorkersError(ClusterError):
    """The scheduler has no worker."""

    def __init__(self, scheduler: str):
        super().__init__(Message(
            "The Dask scheduler {scheduler} has no workers: start some with dask worker {scheduler}",
            scheduler=scheduler,
        ))


class WorkerPythonError(ClusterError):
    """Workers of another Python cannot run our tasks."""

    def __init__(self, own: str, others: Mapping[str, str]):
        listing = some(Message("{name}: {version}", name=name, version=version) for name, version in others.items())
        super().__init__(Message(
            "QGIS runs Python {own} and the cluster another one ({listing}): start the scheduler and the workers "
            "with Python {own}.",
            own=own, listing=listing,
        ))


class WorkerLibraryError(ClusterError):
    """Workers lack what every task needs."""

    def __init__(self, missing: Mapping[str, Iterable[str]]):
        listing = some(
            Message("{name}: {libraries}", name=name, libraries=", ".join(libraries))
            for name, libraries in missing.items()
        )
        super().__init__(Message(
            "Workers lack Python packages ({listing}): install them there; on Debian and Ubuntu with apt-get "
            "install python3-numpy python3-scipy python3-gdal",
            listing=listing,
        ))


class WorkerFilesError(ClusterError):
    """Workers do not see the files, or cannot write where results are wanted."""

    def __init__(self, unseen: Mapping[str, Iterable[str]]):
        lines = (Message("{name}: {paths}", name=name, paths=some(paths, 3)) for name, paths in unseen.items())
        listing = some(lines, 3)
        super().__init__(Message(
            "Workers do not see the same files, or cannot write to the folder ({listing}): put images and results "
            "on storage that all machines mount under the same path.",
            listing=listing,
        ))


class WorkersSilentError(ClusterError):
    """Workers are there and do not answer."""

    def __init__(self, seconds: float):
        super().__init__(Message(
            "The cluster's workers gave no answer within {seconds:g} seconds: look at their logs and restart them.",
            seconds=seconds,
        ))


class WorkerFailedError(ClusterError):
    """A worker cannot take tasks."""

    def __init__(self, worker: str, detail: str):
        super().__init__(Message(
            "Worker {worker} cannot take tasks ({detail}): look at its log and restart it.",
            worker=worker, detail=detail,
        ))


class ClusterLostError(ClusterError):
    """The scheduler went away, or forgot our tasks."""

    def __init__(self, scheduler: str):
        super().__init__(Message(
            "The connection to the Dask scheduler {scheduler} was lost: see that it runs and start again; earlier "
            "outputs are untouched.",
            scheduler=scheduler,
        ))


class WorkersDiedError(ClusterError):
    """One task ended several workers."""

    def __init__(self, detail: str):
        super().__init__(Message(
            "Several workers died at one task ({detail}): look at their logs, give them more memory or lower "
            "MEMORY_BUDGET.",
            detail=detail,
        ))
