"""Essays: the quotations that a text, Markdown, Word or HTML file quotes, and the verdict on each."""
