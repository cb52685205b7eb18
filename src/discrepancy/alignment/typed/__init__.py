"""What somebody typed in: brought to one kind, and held against texts."""
