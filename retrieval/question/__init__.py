"""What a question asks: words, names, dates."""
