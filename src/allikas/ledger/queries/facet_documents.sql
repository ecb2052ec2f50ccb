-- Documents by a column of theirs.
SELECT --column, --column, count(*) AS n
FROM documents d
WHERE --column IS NOT NULL AND d.state = 'current' AND d.doc >= :since AND d.doc < :until AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
GROUP BY 1 ORDER BY n DESC, 1 LIMIT :limit
