"""Who is spoken of: names, roles, pronouns, and the words that tell which nouns are persons."""
