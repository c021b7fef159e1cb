"""The command line: arguments and printing, no logic of its own."""
