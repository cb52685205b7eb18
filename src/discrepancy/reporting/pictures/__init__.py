"""The values of a finding, drawn."""
