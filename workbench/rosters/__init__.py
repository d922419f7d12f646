"""Rosters: who belongs to a community, since when, in which role.

A person is one human being in the workspace; a membership is their time in one community, with the
day they joined, the day they left, a role and a reason. Departments are kept over time, so that an
old session still shows the department of its day. Private notes stay on the facilitator's screen.
"""
