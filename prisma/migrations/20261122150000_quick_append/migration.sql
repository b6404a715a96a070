-- A foreign key asks for the series of each new row on its own, which was half of the time of a load. The same is asked
-- here once for each statement, and it stays so because a series is never deleted, nor given another key.
ALTER TABLE "observation" DROP CONSTRAINT "observation_series_id_fkey";
CREATE FUNCTION require_series() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stray integer;
BEGIN
    SELECT o.series_id INTO stray FROM (SELECT DISTINCT series_id FROM added) o
    WHERE NOT EXISTS (SELECT FROM "series" s WHERE s."id" = o.series_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'an observation names the series %, which does not exist', stray USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "observation_has_series" AFTER INSERT ON "observation" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION require_series();
CREATE TRIGGER "series_is_kept" BEFORE DELETE OR TRUNCATE ON "series"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "series_keeps_its_key" BEFORE UPDATE ON "series"
    FOR EACH ROW WHEN ((OLD."id", OLD."key") IS DISTINCT FROM (NEW."id", NEW."key"))
    EXECUTE FUNCTION refuse_change();

-- The words that series are found by. A misspelt one is like a few of these thousand, not like long texts; the trigrams of
-- a word are few enough to compare with all of them.
DROP INDEX "series_search_trigrams_idx";
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
