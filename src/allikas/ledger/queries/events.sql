-- Events that fit every filter; happenings.py says which table is asked first. Keys, newest document first.
SELECT DISTINCT k.doc, k.place
FROM --tables
WHERE k.doc >= :since AND k.doc < :until
    AND k.doc <= :doc AND (k.doc < :doc OR k.place > :n)
    --filters
ORDER BY k.doc DESC, k.place
LIMIT :limit
