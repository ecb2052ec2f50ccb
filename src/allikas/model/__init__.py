"""The nouns: frozen records that every stage reads and writes."""
