"""The library on disk: what is kept, how it is indexed, how it is searched."""
