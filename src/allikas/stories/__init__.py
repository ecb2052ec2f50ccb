"""Many reports of one thing: echo told from agreement, contradictions, figures, what is announced."""
