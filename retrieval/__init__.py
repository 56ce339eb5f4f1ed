"""The library, the question, the answer, and the command line."""
