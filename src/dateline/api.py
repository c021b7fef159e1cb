"""The Python door: five names that `import dateline` offers."""
