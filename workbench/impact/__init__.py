"""Impact: stories of learning used at work, and the business figures that leaders watch.

Figures stand beside stories and waves month by month: they move with them, nobody says why.
"""
