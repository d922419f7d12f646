"""Sessions: planned blocks with their times, who is expected, who came, how it ran.

An agenda is a list of blocks: each starts when the one before it ends, unless its start is locked.
Who is expected is frozen when marking starts, so that a rate is always people here out of people
expected, with its fraction. A cancelled session drops out of every rate. The live run keeps only
instants, so that a crash or a closed lid comes back at the same block with the right clock. What
is said of one person's coming is a reason to ask, for the facilitator's eyes only. A season makes
many sessions at once from rhythms and themes; nothing of it exists before it is created.
"""
