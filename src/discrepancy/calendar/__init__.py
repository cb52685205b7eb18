"""Days and hours as one writes them: EDTF, dates in words or figures, time zones, datelines."""
