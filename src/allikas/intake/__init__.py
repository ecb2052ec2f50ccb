"""Intake: what people have (files, so far) made into documents; what cannot be read says why."""
