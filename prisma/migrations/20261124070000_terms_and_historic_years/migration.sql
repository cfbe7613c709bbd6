-- A historic year gets a course (entered, verified, returned), a term what its certification needs beside a year's.

-- CreateEnum
CREATE TYPE "historic_state" AS ENUM ('draft', 'entered', 'verified', 'returned', 'withdrawn');

-- AlterEnum
ALTER TYPE "stream" ADD VALUE 'historic' BEFORE 'audit';

-- AlterTable
ALTER TABLE "historic_year" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_at" TIMESTAMPTZ(3),
ADD COLUMN     "region_code" CHAR(6),
ADD COLUMN     "route_clause" TEXT,
ADD COLUMN     "state" "historic_state",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- What a bureau had verified stays so; all else waits for its person to hand it in with a scan.
UPDATE "historic_year" SET "changed_at" = coalesce("verified_at", "created_at"),
  "state" = (CASE WHEN "verified_at" IS NULL THEN 'draft' ELSE 'verified' END)::"historic_state";
ALTER TABLE "historic_year" ALTER COLUMN "changed_at" SET NOT NULL, ALTER COLUMN "state" SET NOT NULL;

-- AlterTable
ALTER TABLE "term" ADD COLUMN     "authority_id" UUID,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "due_provisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "employer_id" UUID,
ADD COLUMN     "met" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "route_clause" TEXT;

-- CreateIndex
CREATE INDEX "certificate_term_id_idx" ON "certificate"("term_id");

-- CreateIndex
CREATE INDEX "term_employer_id_idx" ON "term"("employer_id");

-- AddForeignKey
ALTER TABLE "historic_year" ADD CONSTRAINT "historic_year_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "historic_year" ADD CONSTRAINT historic_year_adds_up CHECK (professional >= 0 AND professional <= total);
ALTER TABLE "historic_year" ADD CONSTRAINT historic_year_placed_once_entered CHECK (state <> 'entered' OR (region_code IS NOT NULL AND evidence_id IS NOT NULL));

-- Queues: only the rows that wait.
CREATE INDEX historic_year_waits ON historic_year (region_code, entered_at, id) WHERE state = 'entered';
CREATE INDEX term_waits_for_bureau ON term (region_code, requested_at, id) WHERE state IN ('requested', 'authority_reviewed');
CREATE INDEX term_waits_for_authority ON term (authority_id, requested_at, id) WHERE state = 'requested' AND authority_id IS NOT NULL;
-- Two requests for one appointment at once: the second finds the first's. A certified or revoked term stands beside a later one.
CREATE UNIQUE INDEX term_one_under_way ON term (appointment_id)
  WHERE state IN ('open', 'requested', 'authority_reviewed', 'returned') AND appointment_id IS NOT NULL;
CREATE UNIQUE INDEX certificate_one_valid_for_term ON certificate (term_id) WHERE state = 'valid' AND term_id IS NOT NULL;
