-- Events by where they are.
SELECT a.id, a.name, v.n
FROM (
    SELECT v.place_actor AS actor, count(*) AS n
    FROM documents d CROSS JOIN events v ON v.doc = d.doc
    WHERE v.place_actor IS NOT NULL AND d.state = 'current' AND d.doc >= :since AND d.doc < :until AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
    GROUP BY v.place_actor ORDER BY n DESC, v.place_actor LIMIT :limit
) v JOIN actors a USING (actor)
ORDER BY v.n DESC, a.name
