"""Pages of the web: fetched under limits, captured with their date and hash, read as documents."""
