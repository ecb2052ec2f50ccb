"""Readings written out: for people in a terminal, for programs as JSON."""
