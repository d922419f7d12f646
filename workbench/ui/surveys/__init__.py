"""The Surveys pages: all waves by questionnaire, and what a closed one says."""
