"""Impact: stories of learning used at work, and business figures beside them."""
