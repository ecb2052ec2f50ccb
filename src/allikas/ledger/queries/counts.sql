SELECT
    (SELECT count(*) FROM documents),
    (SELECT count(*) FROM documents WHERE state = 'superseded'),
    (SELECT count(*) FROM documents WHERE state = 'retired'),
    (SELECT coalesce(sum(statements), 0) FROM readings),
    (SELECT coalesce(sum(events), 0) FROM readings),
    (SELECT count(*) FROM actors),
    (SELECT count(DISTINCT outlet) FROM documents),
    (SELECT coalesce(sum(problems), 0) FROM readings),
    (SELECT count(*) FROM failures),
    (SELECT min(first_day) FROM documents),
    (SELECT max(last_day) FROM documents)
