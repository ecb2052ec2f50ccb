"""A point as it stands in its report: its words, its sentence, and whose word it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from allikas.stories.origins import Voices
from allikas.stories.points import Point
from allikas.stories.records import Telling
from allikas.stories.sources import Source


@dataclass(frozen=True, slots=True)
class Tellings:
    """Shows points of the reports in ``sources``, by document id."""

    sources: Mapping[str, Source]
    voices: Voices

    def telling(self, point: Point, origin: str | None = None) -> Telling:
        """Show a point; *origin* is whose word it is where more is known than the report says."""
        source = self.sources[point.document]
        own = origin or self.voices.origin(point.voices) or source.outlet
        own_name = source.outlet.casefold()
        relays = (voice for voice in point.voices if self.voices.passes_on(voice))
        through = tuple(voice for voice in relays if voice.casefold() != own_name)
        start, end = point.sentence
        return Telling(
            source.report, point.start, point.end, point.text, source.text[start:end], point.voices, own,
            through, point.statement,
        )  # fmt: skip
