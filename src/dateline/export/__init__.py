"""Records → every outside format."""
