SELECT
    d.id, d.published, d.outlet, d.title, d.url,
    s.start, s.stop, s.first_word, s.last_word, x.text, r.words
FROM sentences s
JOIN documents d USING (doc) JOIN texts x USING (doc) JOIN readings r USING (doc)
WHERE s.doc = :doc AND s.n = :n
