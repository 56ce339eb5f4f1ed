"""Who speaks where: the ranges of a text whose words are not its author's.

`finding.find_voices` is where to begin. Nothing is imported here: the patterns of all rules take seconds to compile, and a question needs
hardly any of them.
"""
