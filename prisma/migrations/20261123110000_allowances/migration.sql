-- How much each asker has had of what costs work, counted by all web processes together. No fact of the store: it is not
-- logged, so a crash empties it and a replica does not have it, and whoever asks then starts with a full allowance.
CREATE UNLOGGED TABLE "allowance" (
    "asker" TEXT NOT NULL,
    "full_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "allowance_pkey" PRIMARY KEY ("asker")
);
CREATE INDEX "allowance_changed_at_idx" ON "allowance" ("changed_at");

-- What addresses are hashed with. It is another each day, and that of the day before is forgotten: nobody can be told from a row.
CREATE UNLOGGED TABLE "allowance_salt" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,
    CONSTRAINT "allowance_salt_pkey" PRIMARY KEY ("day")
);
