"""The referat after the meeting: corrected, checked, approved, written out."""
