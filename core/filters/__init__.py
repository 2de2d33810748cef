"""Filters, histograms and gaps of single rasters."""
