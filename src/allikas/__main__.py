"""``python -m allikas`` is the same as ``allikas``."""

from allikas.cli import main

if __name__ == "__main__":  # a process that reads for `allikas add --jobs` imports this file too
    main()
