"""Tokens to words: lemma, part of speech, features, trees, names and roles, by a small network."""
