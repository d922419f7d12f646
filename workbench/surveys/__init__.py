"""Surveys: questionnaires, waves of confidential answers, scores; nobody can tell who answered."""
