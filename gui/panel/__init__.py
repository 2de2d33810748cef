"""The dock in which a balance is seen before it is written."""
