SELECT d.id, d.published, d.outlet, d.title, d.url, r.headline
FROM documents d JOIN readings r USING (doc)
WHERE d.doc = :doc
