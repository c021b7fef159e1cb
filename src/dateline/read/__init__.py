"""Bytes → reports; one file a format."""
