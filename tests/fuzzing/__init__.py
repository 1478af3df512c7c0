"""Fuzzing of everything of ours that parses: texts that nobody would write, and what must hold for each of them."""
