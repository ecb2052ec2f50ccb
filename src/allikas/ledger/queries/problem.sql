SELECT d.id, p.stage, p.message, substr(x.text, p.start + 1, p.stop - p.start)
FROM problems p JOIN documents d USING (doc) JOIN texts x USING (doc)
WHERE p.doc = :doc AND p.n = :n
