"""Known conflicts as tests: hooks and one fixture for pytest.

Nothing is imported here but the standard library and pytest, so that a run that does not use
the plugin does not pay for it. The work is done in `discrepancy.testing`.
"""
