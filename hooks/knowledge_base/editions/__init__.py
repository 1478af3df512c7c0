"""Editions: the built site as one file for each language, to be carried where there is no network."""
