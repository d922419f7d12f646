"""What comes in: lists of people, meeting reports, survey answers, monthly figures.

A file is known by what is in it, never by its name. It is read into plain rows (`tables`), told
apart (`recognise`), understood by its tool's shape (`vendors`), and shown as a preview before a
single thing is written. What is not sure is asked, or left open for the facilitator. One import is
one step that undo takes back; answers are the exception. The raw file is never altered nor kept.
"""
