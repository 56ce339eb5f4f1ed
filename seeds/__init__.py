"""Where documents come from: readers per format, cleaning, the catalogue, the starter library."""
