"""Images, the canvas they share, and the only places that open and write rasters."""
