"""Who and what a report speaks of: names, descriptions and pronouns, joined where they mean the same."""
