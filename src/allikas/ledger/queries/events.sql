-- Events that fit every filter that is not null. Keys, newest document first.
SELECT v.doc, v.n
FROM events v
JOIN documents d ON d.doc = v.doc AND d.state = 'current'
WHERE v.doc >= :since AND v.doc < :until
    AND v.doc <= :doc AND (v.doc < :doc OR v.n > :n)
    --filters
ORDER BY v.doc DESC, v.n
LIMIT :limit
