-- Sentences that match; a sentence's number holds its document's and, counted down, its own (keys.py).
SELECT w.rowid >> 16 AS doc, 65535 - (w.rowid & 65535) AS n
FROM sentence_words w
CROSS JOIN documents d ON d.doc = w.rowid >> 16 AND d.state = 'current'
WHERE sentence_words MATCH :match
    AND w.rowid >= :since << 16 AND w.rowid < :until << 16
    AND w.rowid < (:doc << 16) + 65535 - :n
    --filters
ORDER BY w.rowid DESC
LIMIT :limit
