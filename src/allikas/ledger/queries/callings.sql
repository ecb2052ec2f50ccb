-- What actors are called and what they should be called, where a rename or the authority file has a say.
SELECT
    a.id,
    a.name,
    coalesce(
        (
            SELECT r.other FROM decisions r
            WHERE r.action = 'rename' AND NOT r.undone AND r.actor = a.id ORDER BY r.n DESC LIMIT 1
        ),
        (SELECT g.name FROM authority g WHERE g.actor = a.id LIMIT 1),
        a.met
    )
FROM actors a
WHERE a.name <> a.met
    OR a.id IN (SELECT actor FROM decisions WHERE action = 'rename')
    OR a.id IN (SELECT actor FROM authority)
ORDER BY a.actor
