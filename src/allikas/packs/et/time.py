"""Estonian times: the rules in force, one list a kind of expression."""

from allikas.lang.time import Times
from allikas.packs.et.numerals import NUMERALS
from allikas.packs.et.time_clock import CLOCK
from allikas.packs.et.time_dates import DATES
from allikas.packs.et.time_eras import ERAS
from allikas.packs.et.time_figures import FIGURES
from allikas.packs.et.time_holidays import HOLIDAYS
from allikas.packs.et.time_lasting import LASTING
from allikas.packs.et.time_lengths import LENGTHS
from allikas.packs.et.time_names import NAMES
from allikas.packs.et.time_open import OPEN
from allikas.packs.et.time_parts import PARTS_OF
from allikas.packs.et.time_ranges import RANGES
from allikas.packs.et.time_relative import RELATIVE
from allikas.packs.et.time_sets import SETS
from allikas.packs.et.time_terms import TERMS
from allikas.packs.et.time_vague import VAGUE
from allikas.packs.et.time_years import YEARS

TIMES = Times(
    rules=(
        *NUMERALS,
        *YEARS,
        *NAMES,
        *TERMS,
        *FIGURES,
        *DATES,
        *ERAS,
        *HOLIDAYS,
        *VAGUE,
        *RELATIVE,
        *LASTING,
        *PARTS_OF,
        *CLOCK,
        *LENGTHS,
        *OPEN,
        *RANGES,
        *SETS,
    ),
    present_is_future=True,
)
