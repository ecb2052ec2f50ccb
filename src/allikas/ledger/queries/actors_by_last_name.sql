SELECT a.actor
FROM actors a
WHERE a.last_name = CAST(:name AS TEXT) AND EXISTS (SELECT 1 FROM namings n WHERE n.actor = a.actor)
ORDER BY 1
