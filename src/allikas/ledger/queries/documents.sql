-- Documents that count. Keys, newest first; a document has one row, its place is 0.
SELECT d.doc, 0
FROM --tables
WHERE d.state = 'current' AND d.doc >= :since AND d.doc < :until
    AND d.doc <= :doc AND (d.doc < :doc OR 0 > :n)
    --filters
ORDER BY d.doc DESC
LIMIT :limit
