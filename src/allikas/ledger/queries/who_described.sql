-- The same for those whom no text names: found by how they are described.
SELECT v.doc, v.place
FROM entities e
JOIN voices v ON v.doc = e.doc AND v.entity = e.id
JOIN documents d ON d.doc = v.doc AND d.state = 'current'
WHERE e.actor IS NULL AND e.name = CAST(:name AS TEXT)
    AND v.last = :innermost
    AND v.doc >= :since AND v.doc < :until
    AND v.doc <= :doc AND (v.doc < :doc OR v.place > :n)
GROUP BY v.doc, v.place
ORDER BY v.doc DESC, v.place
LIMIT :limit
