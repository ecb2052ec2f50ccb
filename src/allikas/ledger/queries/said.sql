SELECT
    document, published, outlet, title, url,
    document || ':' || statement, speaker, through, coalesce(content, ''), cue, source, addressee,
    mode, kind, certainty, negated
FROM said WHERE doc = :doc AND n = :n
