-- The condition of a search that one statement in the sentence fits every filter.
EXISTS (
    SELECT 1
    FROM voiced z JOIN statements s ON s.doc = z.doc AND s.id = z.statement
    WHERE z.doc = w.rowid >> 16 AND z.sentence = 65535 - (w.rowid & 65535)
        AND (:kind IS NULL OR s.kind = :kind)
        AND (:mode IS NULL OR s.mode = :mode)
        AND (:certainty IS NULL OR s.certainty = :certainty)
        AND (:speaker IS NULL OR EXISTS (
            SELECT 1 FROM voices v LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.entity
            WHERE v.doc = s.doc AND v.statement = s.id AND v.last AND (
                v.actor IN (SELECT value FROM json_each(:speakers))
                OR (v.actor IS NULL AND e.name = CAST(:speaker AS TEXT))
            )
        ))
        AND (:relay IS NULL OR EXISTS (
            SELECT 1 FROM voices v LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.entity
            WHERE v.doc = s.doc AND v.statement = s.id AND NOT v.last AND (
                v.actor IN (SELECT value FROM json_each(:relays))
                OR (v.actor IS NULL AND e.name = CAST(:relay AS TEXT))
            )
        ))
)
