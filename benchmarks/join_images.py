"""The floor of mosaics: a virtual raster over all images, translated, and nothing else.

    .venv/bin/python benchmarks/join_images.py job.json

The job is what `tasks.py` gets too.  Nothing of Evenlight is imported.
"""

import json
import os
import sys

from osgeo import gdal


def main(job):
    """Join all images of the job file, the last one on top."""
    gdal.UseExceptions()
    with open(job, encoding="utf-8") as stream:
        job = json.load(stream)
    options = ["TILED=YES", "ALPHA=NO", "BIGTIFF=IF_SAFER", *job["creation_options"].split("|")]
    if job["threads"] > 1:
        options.append(f"NUM_THREADS={job['threads']}")
    virtual = os.path.join(job["folder"], "all.vrt")
    gdal.BuildVRT(virtual, job["paths"]).FlushCache()
    gdal.Translate(os.path.join(job["folder"], "all.tif"), virtual, creationOptions=options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
