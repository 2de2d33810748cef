"""Arrays in, arrays out: robust weights and lines, sparse systems, graphs, quantiles; no rasters and no settings."""
