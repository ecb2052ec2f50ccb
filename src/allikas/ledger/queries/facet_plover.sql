-- Events by their PLOVER type.
SELECT v.plover_event, v.plover_event, count(*) AS n
FROM documents d CROSS JOIN events v ON v.doc = d.doc
WHERE v.plover_event IS NOT NULL AND d.state = 'current' AND d.doc >= :since AND d.doc < :until AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
GROUP BY 1 ORDER BY n DESC, 1 LIMIT :limit
