-- What came of asking the publisher for each release, the last time. No fact of the data: it says whether somebody still asks, to
-- every process that reads here. A release may be asked for before anything of it is held.
CREATE TABLE "sync_outcome" (
    "release_slug" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL CHECK ("outcome" IN ('loaded', 'held', 'refused', 'failed')),
    "vintage_date" DATE,
    "good_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    CONSTRAINT "sync_outcome_pkey" PRIMARY KEY ("release_slug")
);
