-- Vintages that were loaded between the migration that made this table and the build that fills it speak about no period. Where
-- a release has no sections, what they speak about is one unbroken run and can be told from the vintage. Where it has some, only
-- the file can tell: `tickmark verify` names such a vintage.
INSERT INTO "coverage" SELECT v."release_slug", v."date", '', v."first_period", v."last_period" FROM "vintage" v
WHERE NOT EXISTS (SELECT FROM "coverage" c WHERE c."release_slug" = v."release_slug" AND c."vintage_date" = v."date")
    AND NOT EXISTS (SELECT FROM "series" s WHERE s."release_slug" = v."release_slug" AND s."section" <> '');
