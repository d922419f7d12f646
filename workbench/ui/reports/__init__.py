"""Reports: the page of the brief, the workbooks, and the prints of a session."""
