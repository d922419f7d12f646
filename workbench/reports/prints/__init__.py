"""Prints of a session: run sheet, agenda for participants, cue card, sign-in sheet, short brief.

Each print is plain data first and a page afterwards. What the agenda for participants and the
sign-in sheet may show is decided where the data is made, so that a template cannot give away more.
"""
