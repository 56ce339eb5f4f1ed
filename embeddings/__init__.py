"""Models: where weights come from, text to vectors, pair scoring."""
