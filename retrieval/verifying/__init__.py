"""Is this quotation in the library, where, and is it the words of the one who is said to have said them?"""
