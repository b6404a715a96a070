CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE "area" ADD COLUMN "region_slug" TEXT;
ALTER TABLE "area" ADD COLUMN "iso" CHAR(2) CHECK ("iso" ~ '^[A-Z]{2}$');
ALTER TABLE "area" ADD COLUMN "names" JSONB NOT NULL DEFAULT '{}';
CREATE UNIQUE INDEX "area_iso_key" ON "area" ("iso");

-- "window" is a reserved word of SQL, hence the longer name.
ALTER TABLE "series" ADD COLUMN "window_months" SMALLINT NOT NULL DEFAULT 1 CHECK ("window_months" IN (1, 12));
ALTER TABLE "series" ADD COLUMN "section" TEXT NOT NULL DEFAULT '';
ALTER TABLE "series" ADD COLUMN "breaks" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "series" ADD COLUMN "notes" TEXT[] NOT NULL DEFAULT '{}';

-- What a reader may type to find a series: words are found by their stems, misspelt ones by their trigrams.
ALTER TABLE "series" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
CREATE INDEX "series_search_words_idx" ON "series" USING GIN (to_tsvector('english', "search_text"));
CREATE INDEX "series_search_trigrams_idx" ON "series" USING GIN ("search_text" gin_trgm_ops);

-- The periods a vintage speaks about, in unbroken runs; what it leaves out of a run is withdrawn. A press release prints
-- two calendar years, two twelve-month sums and four months: three sections, each with periods of its own.
CREATE TABLE "coverage" (
    "release_slug" TEXT NOT NULL,
    "vintage_date" DATE NOT NULL,
    "section" TEXT NOT NULL,
    "first_period" TEXT COLLATE "C" NOT NULL,
    "last_period" TEXT COLLATE "C" NOT NULL CHECK ("last_period" >= "first_period"),
    CONSTRAINT "coverage_pkey" PRIMARY KEY ("release_slug", "vintage_date", "section", "first_period"),
    CONSTRAINT "coverage_vintage_fkey" FOREIGN KEY ("release_slug", "vintage_date") REFERENCES "vintage" ("release_slug", "date") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "coverage" SELECT "release_slug", "date", '', "first_period", "last_period" FROM "vintage";

-- Published figures that should add up and do not: kept with the vintage, shown, never mended.
CREATE TABLE "violation" (
    "id" SERIAL NOT NULL,
    "release_slug" TEXT NOT NULL,
    "vintage_date" DATE NOT NULL,
    "identity" TEXT NOT NULL,
    "series_key" TEXT NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "found" DECIMAL NOT NULL,
    "expected" DECIMAL NOT NULL,
    "tolerance" DECIMAL NOT NULL,
    "acknowledged" BOOLEAN NOT NULL,
    "source_line" INTEGER NOT NULL CHECK ("source_line" > 0),
    "source_column" INTEGER NOT NULL CHECK ("source_column" > 0),
    "against_release" TEXT,
    "against_date" DATE,
    CONSTRAINT "violation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "violation_vintage_fkey" FOREIGN KEY ("release_slug", "vintage_date") REFERENCES "vintage" ("release_slug", "date") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "violation_against_whole" CHECK (("against_release" IS NULL) = ("against_date" IS NULL))
);
CREATE INDEX "violation_release_slug_vintage_date_idx" ON "violation" ("release_slug", "vintage_date");

-- The page of a release asks for the observations of one vintage. Vintages are appended one after another, so a small
-- block-range index finds them; a B-tree would slow every load.
CREATE INDEX "observation_vintage_date_idx" ON "observation" USING BRIN ("vintage_date") WITH (pages_per_range = 32);

CREATE TRIGGER "coverage_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "coverage"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "violation_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "violation"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
