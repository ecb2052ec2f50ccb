"""``python -m allikas`` is the same as ``allikas``."""

from allikas.cli import main

main()
