"""Sessions, Live and Attendance: the pages around a meeting."""
