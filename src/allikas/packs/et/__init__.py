"""Estonian."""

from allikas.lang.pack import Pack
from allikas.packs.et.morphology import read_sentence

PACK = Pack(language="et", name="Estonian", morphology=read_sentence)
