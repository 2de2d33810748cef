"""Models, solutions and corrections: from sums to what changes an image."""
