-- Entities of these actors, with what their link depends on.
SELECT e.doc, e.id, e.name, e.type, e.country, d.id, e.actor
FROM entities e JOIN documents d USING (doc)
WHERE e.actor IN (SELECT value FROM json_each(:actors))
ORDER BY d.seq, e.n
