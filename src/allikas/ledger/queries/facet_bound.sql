-- How many documents count, and the first of them: the newest that fit, and no more than :most.
SELECT count(*), min(doc)
FROM (
    SELECT d.doc FROM documents d
    WHERE d.state = 'current' AND d.doc >= :since AND d.doc < :until
        AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
    ORDER BY d.doc DESC LIMIT :most
)
