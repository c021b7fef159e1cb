"""Frozen values: the text, the world it is about, and the record of what we made of it."""
