-- Statements by who says them himself (1) or passes them on (0).
SELECT a.id, a.name, v.n
FROM (
    SELECT v.actor, count(*) AS n
    FROM documents d CROSS JOIN voices v ON v.doc = d.doc
    WHERE v.actor IS NOT NULL AND v.last = --column
        AND d.state = 'current' AND d.doc >= :since AND d.doc < :until AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
    GROUP BY v.actor ORDER BY n DESC, v.actor LIMIT :limit
) v JOIN actors a USING (actor)
ORDER BY v.n DESC, a.name
