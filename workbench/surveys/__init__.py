"""Surveys: asking how safe and how lonely people feel without ever knowing who answered.

A questionnaire is a readable file with its key: answers, items turned round, missing rule, licence.
A wave asks it once: planned, open, then closed for good. Answers lie in the file under random keys
without time, order or person; when a wave closes its figures are computed once and sealed, and
everything shown later reads only those. Groups below the minimum, and any group that would give
them away, stay hidden.
"""
