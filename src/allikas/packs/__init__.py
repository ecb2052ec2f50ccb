"""Language packs: one folder a language, loaded by name (``allikas.lang.load``) and imported by nobody."""
