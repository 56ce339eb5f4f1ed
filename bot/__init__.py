"""Discord and nothing else."""
