"""The shapes of tokens: one regular expression, read from left to right.

The convention is the Estonian treebank's: hyphens, slashes and apostrophes join (``Põhja-Korea``, ``km/h``);
spaces, brackets and percent signs part (``10 | 000``, ``40 | %``); a score is three tokens (``3 | : | 1``).
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache

LOWER = "a-zß-öø-ÿāčēģīķļņšūžа-яёα-ω"
_W = r"[\w\u0300-\u036f]"  # a letter, a digit, a combining mark that found no letter to join

_ADDRESS = rf"""
    (?:https?://|ftp://|www\.)[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?'’)\]}}]    # http://example.org/a?b=c
  | [\w.+\-]{{1,64}}+@[\w\-]{{1,63}}+(?:\.[\w\-]{{1,63}}+)+               # desk@example.org; sizes: RFC 5321
  | (?:[\w\-]{{1,63}}+\.){{1,8}}[{LOWER}]{{2,18}}/[^\s<>"“”„«»()]*[\w/]   # example.org/news/1
"""

_JOIN = rf"""
    [-'·&@=+/](?={_W})                     # Põhja-Korea  Cannes'i  km/h  1/3  65-aastane
  | \.(?=[{LOWER}\d])                      # example.org  16.30  12.07.2025
  | (?<=\b\w)\.-?(?=\w)                    # s.t  J.A.Nettleton  K.-H
  | (?<=\d)(?:,|--|\*|\.[-–/])(?=\d)       # 2,5  10--15  1994.-1996
  | –(?=\w)                                # Tallinn–Tartu
  | \?(?=[{LOWER}])                        # ti?ler: a letter that an old archive lost
"""

_WORD = rf"""
    (?:(?<![\w)])(?:[-+−–](?=\d) | [-'](?=[{LOWER}])))?                 # -22  -vägede  'i
    (?:\([{LOWER}]{{1,30}}\)(?=[^\W\d]))?                               # (taas)iseseisvumine
    (?:(?<!\w)\?(?=[{LOWER}]{{2}}))?                                    # ?okk
    {_W}+
    (?: (?:{_JOIN}){_W}+ | \([{LOWER}]{{1,30}}\){_W}* )*                # laen(ud)
    (?: -(?![\w-]) | '(?!\w) )?                                         # kodu-  Howe'
"""

_SIGN = rf"""
    %-?[{LOWER}]+                          # 40 | %-l
  | (?<!\w)[@\#]\w+                       # @handle  #topic
  | °[CF]\b
  | &\w{{2,8}};                            # &amp;
  | \.{{2,}} | !{{2,}} | \?{{2,}} | -{{2,}} | ,,
  | [\U0001f1e6-\U0001f1ff]{{2}}           # a flag is two letters
  | [^\w\s](?:[\ufe0f\U0001f3fb-\U0001f3ff] | \u200d[^\w\s])*  # any other sign; a picture with its variants
  | \S
"""


@cache
def token_shapes(clock: AbstractSet[str]) -> re.Pattern[str]:
    """Compile the expression; after the words of *clock*, ``16:30`` is one token and no score.

    >>> token_shapes(frozenset({"at"})).findall("Lost 2:1 at 16:30, on TV at 20:00.")
    ['Lost', '2', ':', '1', 'at', '16:30', ',', 'on', 'TV', 'at', '20:00', '.']
    """
    after = "|".join(rf"(?<=\b{re.escape(word)}\ )" for word in sorted(clock))
    told = rf"(?:{after})\d?\d[:][0-5]\d" if clock else r"(?!)"
    time = rf"(?:{told} | (?:[01]\d|2[0-4]):0\d | 0\d:[0-5]\d)(?::[0-5]\d)?(?!\d)"
    return re.compile(rf"{_ADDRESS} | {time} | {_WORD} | {_SIGN}", re.VERBOSE)
