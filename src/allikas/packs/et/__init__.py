"""Estonian."""

from allikas.lang.analyser import Model
from allikas.lang.pack import Pack
from allikas.packs.et.boilerplate import boilerplate
from allikas.packs.et.candidates import MODEL, describer
from allikas.packs.et.events import events
from allikas.packs.et.morphology import read_sentence
from allikas.packs.et.names import names
from allikas.packs.et.quantities import QUANTITIES
from allikas.packs.et.reporting import reporting
from allikas.packs.et.segmentation import SEGMENTATION
from allikas.packs.et.stories import stories
from allikas.packs.et.time import TIMES

PACK = Pack(
    language="et",
    name="Estonian",
    segmentation=SEGMENTATION,
    morphology=read_sentence,
    reporting=reporting(),
    names=names(),
    quantities=QUANTITIES,
    times=TIMES,
    events=events(),
    boilerplate=boilerplate(),
    stories=stories(),
    model=Model(MODEL, describer),
)
