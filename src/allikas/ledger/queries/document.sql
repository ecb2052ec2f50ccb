SELECT d.id, d.published, d.outlet, d.title, d.url, d.revision, r.statements, r.events, r.problems
FROM documents d JOIN readings r USING (doc)
WHERE d.doc = :doc
