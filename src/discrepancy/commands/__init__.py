"""Options and commands that the command line takes from a module of their own."""
