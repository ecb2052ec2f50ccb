-- Pairs of actors that may be one, and why: those that some document names and nobody has told apart.
WITH met AS (SELECT * FROM actors a WHERE EXISTS (SELECT 1 FROM namings n WHERE n.actor = a.actor))
SELECT first, second, why
FROM (
    SELECT a.actor AS first, b.actor AS second, 'same name, other type' AS why
    FROM met a JOIN met b ON b.folded = a.folded AND b.actor > a.actor
    UNION ALL
    SELECT a.actor, b.actor, 'last name alone'
    FROM met a JOIN met b ON b.last_name = a.folded AND b.folded <> a.folded
    WHERE coalesce(a.type, 'PER') = 'PER' AND b.type = 'PER'
    UNION ALL
    SELECT a.actor, b.actor, 'initial'
    FROM met a JOIN met b ON b.last_name = a.last_name AND b.actor <> a.actor
    WHERE coalesce(a.type, 'PER') = 'PER' AND b.type = 'PER'
        AND substr(a.folded, 2, 1) = '.' AND substr(b.folded, 2, 1) <> '.'
        AND substr(a.folded, 1, 1) = substr(b.folded, 1, 1)
    UNION ALL
    SELECT a.actor, b.actor, 'other spelling'
    FROM met a JOIN met b ON b.loose = a.loose AND b.folded <> a.folded AND b.actor > a.actor
    WHERE a.type IS b.type
)
WHERE NOT EXISTS (
    SELECT 1 FROM decisions d JOIN actors x ON x.id = d.actor JOIN actors y ON y.id = d.other
    WHERE d.action = 'distinct' AND NOT d.undone
        AND ((x.actor = first AND y.actor = second) OR (x.actor = second AND y.actor = first))
)
ORDER BY 1, 2, 3
LIMIT :limit
