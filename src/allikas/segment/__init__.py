"""Text cut into tokens and sentences, by rules that know no word of any language: the pack's tables do."""
