"""Evenlight: overlapping rasters agree in colour, inside QGIS.

The root of the repository is the package.  Everything is imported late: QGIS lists the
plugin, and tests use the core, without paying for the rest.
"""

from __future__ import annotations


def classFactory(iface):
    """Give QGIS the plugin, by the name QGIS calls; ``iface`` is None under ``qgis_process``."""
    from .plugin import EvenlightPlugin

    return EvenlightPlugin(iface)
