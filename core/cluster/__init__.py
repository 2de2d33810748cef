"""Tasks on the workers of a running Dask cluster; `distributed` is imported only when one is asked for."""
