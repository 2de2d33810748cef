"""The Processing provider: the list of algorithms, its name and its icon."""
