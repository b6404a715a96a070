CREATE TYPE "area_kind" AS ENUM ('country', 'region', 'memo', 'organisation', 'of-which', 'total', 'group');
CREATE TYPE "series_kind" AS ENUM ('stock', 'flow', 'valuation');
CREATE TYPE "frequency" AS ENUM ('monthly', 'quarterly', 'annual');
CREATE TYPE "observation_status" AS ENUM ('normal', 'missing', 'withdrawn');

CREATE TABLE "release" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    CONSTRAINT "release_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "snapshot" (
    "sha256" CHAR(64) NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    "release_slug" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL CHECK ("bytes" > 0),
    "retrieved" DATE,
    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("sha256"),
    CONSTRAINT "snapshot_release_slug_fkey" FOREIGN KEY ("release_slug") REFERENCES "release" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "vintage" (
    "release_slug" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "snapshot_sha256" CHAR(64) NOT NULL,
    "note" TEXT,
    "first_period" TEXT NOT NULL,
    "last_period" TEXT NOT NULL,
    "appended" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "vintage_pkey" PRIMARY KEY ("release_slug", "date"),
    CONSTRAINT "vintage_release_slug_fkey" FOREIGN KEY ("release_slug") REFERENCES "release" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "vintage_snapshot_sha256_fkey" FOREIGN KEY ("snapshot_sha256") REFERENCES "snapshot" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "vintage_date_idx" ON "vintage" ("date");

CREATE TABLE "area" (
    "slug" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "kind" "area_kind" NOT NULL,
    CONSTRAINT "area_pkey" PRIMARY KEY ("slug")
);
CREATE UNIQUE INDEX "area_code_key" ON "area" ("code");

CREATE TABLE "series" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL CHECK ("key" ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
    "release_slug" TEXT NOT NULL,
    "securities" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "area_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "series_kind" NOT NULL,
    "unit" TEXT NOT NULL,
    "multiplier" SMALLINT NOT NULL CHECK ("multiplier" IN (0, 3, 6, 9, 12)),
    "frequency" "frequency" NOT NULL,
    "sign_convention" TEXT NOT NULL,
    "source_file" TEXT NOT NULL,
    "source_field" TEXT NOT NULL,
    "source_row" TEXT NOT NULL,
    "source_code" TEXT,
    "names" TEXT[],
    "fred_id" TEXT,
    CONSTRAINT "series_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "series_release_slug_fkey" FOREIGN KEY ("release_slug") REFERENCES "release" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "series_area_slug_fkey" FOREIGN KEY ("area_slug") REFERENCES "area" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "series_key_key" ON "series" ("key");
CREATE INDEX "series_release_slug_securities_measure_idx" ON "series" ("release_slug", "securities", "measure");
CREATE INDEX "series_area_slug_idx" ON "series" ("area_slug");

-- Periods sort as bytes, whatever the collation of the database: 2025-09 is before 2025-10 everywhere.
CREATE TABLE "observation" (
    "series_id" INTEGER NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL CHECK ("period" ~ '^[12][0-9]{3}(-(Q[1-4]|0[1-9]|1[0-2]))?$'),
    "vintage_date" DATE NOT NULL,
    "value" DECIMAL,
    "status" "observation_status" NOT NULL,
    "source_line" INTEGER CHECK ("source_line" > 0),
    "source_column" INTEGER CHECK ("source_column" > 0),
    CONSTRAINT "observation_pkey" PRIMARY KEY ("series_id", "period", "vintage_date"),
    CONSTRAINT "observation_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "observation_value_when_normal" CHECK (("status" = 'normal') = ("value" IS NOT NULL)),
    CONSTRAINT "observation_value_is_a_number" CHECK ("value" NOT IN ('NaN', 'Infinity', '-Infinity'))
);

-- Nothing that was ever published is overwritten or lost, whoever holds the connection.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % only takes new rows: % is refused', TG_TABLE_NAME, TG_OP;
END
$$;
CREATE TRIGGER "observation_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "observation"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "vintage_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "vintage"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "snapshot_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "snapshot"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
