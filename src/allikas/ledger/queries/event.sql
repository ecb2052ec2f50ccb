SELECT
    document, published, outlet, title, url,
    document || ':' || event, text, lemma, class, status, certainty, relation, time, place,
    CASE WHEN plover_mode IS NULL THEN plover_event ELSE plover_event || ' ' || plover_mode END,
    roles, statement, chain
FROM (SELECT r.*, d.title, d.url FROM reported r JOIN documents d USING (doc) WHERE r.doc = :doc AND r.n = :n)
