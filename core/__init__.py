"""Everything that computes, free of QGIS and Qt: a plain Python library on GDAL, numpy and scipy."""
