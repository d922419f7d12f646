"""Communities: a group with a purpose, the norms it agreed on, its rhythm and its goals.

Goals are tied to figures that matter to leaders; events are dated notes that explain a trend.
"""
