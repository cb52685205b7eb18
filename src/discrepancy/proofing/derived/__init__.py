"""A figure that no source writes, worked out from what sources do."""
