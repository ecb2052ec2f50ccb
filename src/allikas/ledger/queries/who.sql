-- Statements of these actors: said by them, or passed on. Keys, newest document first.
SELECT DISTINCT v.doc, v.place
FROM voices v
CROSS JOIN documents d ON d.doc = v.doc AND +d.state = 'current'
WHERE v.actor IN (
        --actors
    )
    AND v.last = :innermost
    AND v.doc >= :since AND v.doc < :until
    AND v.doc <= :doc AND (v.doc < :doc OR v.place > :n)
ORDER BY v.doc DESC, v.place
LIMIT :limit
