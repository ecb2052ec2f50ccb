"""Estonian."""

from allikas.lang.pack import Pack
from allikas.packs.et.morphology import read_sentence
from allikas.packs.et.segmentation import SEGMENTATION

PACK = Pack(language="et", name="Estonian", segmentation=SEGMENTATION, morphology=read_sentence)
