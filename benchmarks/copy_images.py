"""The floor of the performance benchmark: copy every image with GDAL and do nothing else.

    .venv/bin/python benchmarks/copy_images.py job.json

One image per thread, as many threads as the job says; threads that are left over go to GDAL's own
compression.  The job is what `tasks.py` gets too.  Nothing of Evenlight is imported.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from osgeo import gdal


def main(job):
    """Copy all images of the job file."""
    gdal.UseExceptions()
    with open(job, encoding="utf-8") as stream:
        job = json.load(stream)
    workers = max(1, min(job["threads"], len(job["paths"])))
    options = ["TILED=YES", "ALPHA=NO", "BIGTIFF=IF_SAFER", *job["creation_options"].split("|")]
    if job["threads"] // workers > 1:
        options.append(f"NUM_THREADS={job['threads'] // workers}")

    def copy(path):
        target = os.path.join(job["folder"], os.path.basename(path))
        gdal.GetDriverByName("GTiff").CreateCopy(target, gdal.Open(path), options=options)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(copy, job["paths"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
