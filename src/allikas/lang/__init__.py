"""What a language is: a pack of tables and rules, its corpus pages, and how to load one by name."""
