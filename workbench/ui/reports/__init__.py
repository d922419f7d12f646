"""Reports: the page of the brief and the workbooks."""
