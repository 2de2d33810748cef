"""Reports: what a run measured as one record, and the page, table and file made of it."""
