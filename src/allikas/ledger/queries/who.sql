-- Statements of these actors: said by them, or passed on. Keys, newest document first.
SELECT v.doc, v.place
FROM voices v
JOIN documents d ON d.doc = v.doc AND d.state = 'current'
WHERE v.actor IN (SELECT value FROM json_each(:actors))
    AND v.last = :innermost
    AND v.doc >= :since AND v.doc < :until
    AND v.doc <= :doc AND (v.doc < :doc OR v.place > :n)
GROUP BY v.doc, v.place
ORDER BY v.doc DESC, v.place
LIMIT :limit
