"""What the words before, behind and inside a quotation say of its speaker."""
