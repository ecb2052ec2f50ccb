-- Documents by the month in which they were published at the earliest, the newest first.
SELECT substr(d.first_day, 1, 7) AS month, substr(d.first_day, 1, 7), count(*)
FROM documents d
WHERE d.first_day IS NOT NULL AND d.state = 'current' AND d.doc >= :since AND d.doc < :until AND (:outlet IS NULL OR d.outlet = CAST(:outlet AS TEXT))
GROUP BY month ORDER BY month DESC LIMIT :limit
