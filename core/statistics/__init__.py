"""Who meets whom, and the mergeable sums that one read of every pixel yields."""
