"""Events: what is said to happen, who takes part, and how surely."""
