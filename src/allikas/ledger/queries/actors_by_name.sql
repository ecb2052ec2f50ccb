-- Those who are called so: now, in some document, or by the authority file.
SELECT a.actor
FROM (
    SELECT actor FROM actors WHERE folded = CAST(:name AS TEXT)
    UNION
    SELECT actor FROM namings WHERE folded = CAST(:name AS TEXT)
    UNION
    SELECT b.actor FROM authority g JOIN actors b ON b.id = g.actor WHERE g.folded = CAST(:name AS TEXT)
) a
WHERE EXISTS (SELECT 1 FROM namings n WHERE n.actor = a.actor)  -- one merged into another is no longer met
ORDER BY 1
