"""What a figure is of: its unit, currency or noun, before or behind the numeral."""
