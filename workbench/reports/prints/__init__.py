"""Prints of a session and of a survey wave: run sheet, agenda, cue card, sign-in sheet, form, more.

Each print is plain data first and a page afterwards. What the agenda for participants and the
sign-in sheet may show is decided where the data is made, so that a template cannot give away more.
"""
