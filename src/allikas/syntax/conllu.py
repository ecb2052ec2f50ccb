"""CoNLL-U, the notation of Universal Dependencies: https://universaldependencies.org/format.html."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from allikas.model.features import format_feats
from allikas.model.tree import Argument, NamedSpan
from allikas.model.word import Sentence, Word

Misc = Mapping[int, Sequence[str]]


def format_conllu(
    words: Sequence[Word], sentences: Sequence[Sentence], *,
    names: Iterable[NamedSpan] = (), arguments: Iterable[Argument] = (), doc_id: str = "",
) -> str:  # fmt: skip
    """Return a document as CoNLL-U, a blank line after every sentence.

    MISC holds ``SpaceAfter=No``; ``NE=B-PER`` and ``NE=I-PER`` on the words of a name; and, as the treebank
    writes it, ``Arg=ütlema_Arg_0`` on what plays role 0 for *ütlema*, the word's head. Sentences are numbered
    from 1 behind *doc_id*.
    """
    misc = _misc(words, sentences, names, arguments)
    blocks = [
        "\n".join(_sentence(words, sent, f"{doc_id or 'document'}-{number}", misc))
        for number, sent in enumerate(sentences, 1)
        if sent.last > sent.first
    ]
    return "".join(f"{block}\n\n" for block in blocks)


def _sentence(words: Sequence[Word], sent: Sentence, sent_id: str, misc: Misc) -> Iterator[str]:
    yield f"# sent_id = {_one_line(sent_id).replace(' ', '_')}"
    yield f"# text = {_text(words[sent.first : sent.last])}"
    for at in range(sent.first, sent.last):
        yield "\t".join(_columns(words[at], at, sent.first, misc[at]))


def _text(words: Sequence[Word]) -> str:
    """Return the sentence as its words spell it, with one blank wherever the report has any white space."""
    gaps = ["" if left.span.end == right.span.start else " " for left, right in pairwise(words)]
    return "".join(word + gap for word, gap in zip(map(_form, words), [*gaps, ""], strict=True))


def _columns(word: Word, at: int, first: int, misc: Sequence[str]) -> list[str]:
    head = "0" if word.head is None else str(word.head - first + 1)
    feats = format_feats(word.feats)
    deprel = "root" if word.head is None else _deprel(word.deprel or "dep")
    return [
        str(at - first + 1), _form(word), _one_line(word.lemma) or "_", word.upos, "_", feats,
        head, deprel, "_", "|".join(misc) or "_",
    ]  # fmt: skip


def _deprel(deprel: str) -> str:
    """Return the relation with one subtype at most: the treebank has a few with two, the standard has none.

    >>> _deprel("advmod:mode:tmod")
    'advmod:mode'
    """
    return ":".join(deprel.split(":")[:2])


def _form(word: Word) -> str:
    """Return the form, never empty: a form of white space alone is written as an underscore."""
    return _one_line(word.form) or "_"


def _one_line(string: str) -> str:
    """Return *string* with every run of white space, which would end a column, as one blank."""
    return " ".join(string.split())


def _misc(
    words: Sequence[Word], sentences: Sequence[Sentence],
    names: Iterable[NamedSpan], arguments: Iterable[Argument],
) -> Misc:  # fmt: skip
    """Return the attributes of every word, in alphabetical order, as the standard asks."""
    found: dict[int, list[str]] = defaultdict(list)
    for argument in arguments:
        found[argument.word].append(f"Arg={_value(words[argument.predicate].lemma)}_Arg_{argument.role}")
    for name in names:
        for at in range(name.first, name.last):
            found[at].append(f"NE={'B' if at == name.first else 'I'}-{name.type}")
    for sent in sentences:
        for at in range(sent.first, sent.last - 1):
            if words[at].span.end == words[at + 1].span.start:
                found[at].append("SpaceAfter=No")
    return found


def _value(string: str) -> str:
    """Return *string* without the signs that MISC is cut at."""
    return _one_line(string).replace("|", "_").replace("=", "_").replace(" ", "_") or "_"
