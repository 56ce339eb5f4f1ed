"""Quality figures over a test collection, by the same code that answers questions."""
