-- Rosters of filed trainings, line by line, and cases that somebody has to answer.

-- CreateEnum
CREATE TYPE "roster_state" AS ENUM ('draft', 'confirmed', 'discarded', 'taken_back');

-- CreateEnum
CREATE TYPE "roster_source" AS ENUM ('file', 'hand', 'case');

-- AlterEnum
ALTER TYPE "stream" ADD VALUE 'roster';

-- AlterTable
ALTER TABLE "case_file" ADD COLUMN     "days" DECIMAL(4,1),
ADD COLUMN     "due_provisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "organization_id" UUID,
ADD COLUMN     "region_code" CHAR(6);

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "case_id" UUID;

-- CreateTable
CREATE TABLE "roster" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "state" "roster_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" "roster_source" NOT NULL,
    "file_name" TEXT,
    "file_sha256" BYTEA,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_row" (
    "id" UUID NOT NULL,
    "roster_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "number_index" BYTEA,
    "number_mask" TEXT NOT NULL,
    "person_id" UUID,
    "days_typed" TEXT NOT NULL DEFAULT '',
    "days" DECIMAL(4,1),
    "result" TEXT NOT NULL,
    "completed_on" DATE,
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "roster_row_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_filing_id_created_at_idx" ON "roster"("filing_id", "created_at");

-- CreateIndex
CREATE INDEX "roster_row_roster_id_line_idx" ON "roster_row"("roster_id", "line");

-- CreateIndex
CREATE INDEX "roster_row_person_id_idx" ON "roster_row"("person_id");

-- CreateIndex
CREATE INDEX "case_file_organization_id_due_on_idx" ON "case_file"("organization_id", "due_on");

-- CreateIndex
CREATE INDEX "case_file_region_code_due_on_idx" ON "case_file"("region_code", "due_on");

-- CreateIndex
CREATE INDEX "evidence_case_id_idx" ON "evidence"("case_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_row" ADD CONSTRAINT "roster_row_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "hour_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One roster at a time is being made for a training: of two uploads at once the second is told of the first.
CREATE UNIQUE INDEX roster_one_draft ON roster (filing_id) WHERE state = 'draft';
-- Nobody asks the same thing twice while it waits.
CREATE UNIQUE INDEX case_one_open_about_training ON case_file (person_id, filing_id) WHERE state = 'open' AND kind = 'missing';
CREATE UNIQUE INDEX case_one_open_about_record ON case_file (record_id) WHERE state = 'open' AND record_id IS NOT NULL;
-- "Is this person on a roster of this training?"
CREATE INDEX record_of_training ON hour_record (filing_id, person_id) WHERE filing_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON roster, roster_row TO xueshi_web;
