"""One module for each schema that was ever released, never changed after its release.

A module may name tables whose number of rows it changes on purpose in `CHANGES_ROWS_OF`; every
other table must come out of the upgrade with as many rows as it had.
"""
