"""What the lines of a text tell: paragraphs, headings, sections."""
