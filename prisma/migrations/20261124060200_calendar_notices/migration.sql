-- The calendar of working days is the city's own: each year names the State Council's notice, a local day its document; what changes it is
-- proposed, looked at with the deadlines it would move, then put into force, and the deadlines that moved are kept with it.
ALTER TABLE "calendar_year" ADD COLUMN "notice_on" DATE;
ALTER TABLE "calendar_year" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "calendar_year" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "calendar_day" ADD COLUMN "document" TEXT NOT NULL DEFAULT '';

UPDATE calendar_year SET source = notice, notice = '' WHERE notice LIKE 'chinese-days %';
UPDATE calendar_year SET notice = '国办发明电〔2024〕12号', notice_on = '2024-11-12' WHERE year = 2025 AND notice = '';
UPDATE calendar_year SET notice = '国办发明电〔2025〕7号', notice_on = '2025-11-04' WHERE year = 2026 AND notice = '';

CREATE TABLE "calendar_change" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "base_version" INTEGER NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_by" UUID,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calendar_change_year_proposed_at_idx" ON "calendar_change"("year", "proposed_at");

CREATE TABLE "deadline_move" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "stream" "stream" NOT NULL,
    "stream_id" UUID NOT NULL,
    "waits_for" TEXT NOT NULL,
    "organization_id" UUID,
    "region_code" CHAR(6),
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "deadline_move_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deadline_move_change_id_idx" ON "deadline_move"("change_id");
ALTER TABLE "deadline_move" ADD CONSTRAINT "deadline_move_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "calendar_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON calendar_change TO xueshi_web;
GRANT SELECT, INSERT ON deadline_move TO xueshi_web;
