"""Frames found by signs and word order alone, for words that have no trees."""
