"""Models: where weights come from, text to vectors, pair scoring.

`embeddings.loading` is the front door. Importing it is light: onnxruntime comes with the first model that is loaded,
torch only where a model must be compiled.
"""
