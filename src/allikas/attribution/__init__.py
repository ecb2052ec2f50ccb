"""Whose word is it: frames that report, the statements they make, their chains, every character's voice."""
