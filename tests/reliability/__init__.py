"""Faults done to runs, and whether what was promised held: trials by the hundred, judged by one oracle.

Each module with `TITLE`, `trials` and `attempt` is a family of faults.  A worker process has
everything imported and forks a child for every trial, so that a trial may be killed, crash or
hang without harm to the next.
"""

FAMILIES = (
    "killed", "killed_at_renames", "damaged_lists", "two_runs", "cancelled", "disk_full", "damaged_images",
    "replaced_inputs", "damaged_caches", "damaged_maps", "damaged_adjustments", "damaged_tie_points",
)  # fmt: skip
"""Modules of this package, in the order of the table."""
