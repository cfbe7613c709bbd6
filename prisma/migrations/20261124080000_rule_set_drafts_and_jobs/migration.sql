-- CreateEnum
CREATE TYPE "impact_direction" AS ENUM ('lost', 'gained', 'less', 'more', 'moved');

-- CreateEnum
CREATE TYPE "rule_set_state" AS ENUM ('draft', 'published', 'discarded');

-- AlterEnum
ALTER TYPE "stream" ADD VALUE 'rule_set';

-- AlterTable
ALTER TABLE "rule_set_version" ADD COLUMN     "base_id" UUID,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "editors" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "sources" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "state" "rule_set_state" NOT NULL DEFAULT 'published',
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "published_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "rule_set_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "position" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "lease_owner" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_change" (
    "job_id" UUID NOT NULL,
    "year_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "direction" "impact_direction" NOT NULL,
    "region_code" CHAR(6) NOT NULL,
    "organization_id" UUID,
    "total_before" DECIMAL(6,1) NOT NULL,
    "professional_before" DECIMAL(6,1) NOT NULL,
    "total_after" DECIMAL(6,1) NOT NULL,
    "professional_after" DECIMAL(6,1) NOT NULL,

    CONSTRAINT "impact_change_pkey" PRIMARY KEY ("job_id","year_id")
);

-- CreateTable
CREATE TABLE "impact_group" (
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "direction" "impact_direction" NOT NULL,
    "region_code" CHAR(6) NOT NULL,
    "organization_id" UUID,
    "people" INTEGER NOT NULL,

    CONSTRAINT "impact_group_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_rule_set_id_created_at_idx" ON "job"("rule_set_id", "created_at");

-- CreateIndex
CREATE INDEX "impact_change_job_id_direction_year_id_idx" ON "impact_change"("job_id", "direction", "year_id");

-- CreateIndex
CREATE INDEX "impact_group_job_id_idx" ON "impact_group"("job_id");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_change" ADD CONSTRAINT "impact_change_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_group" ADD CONSTRAINT "impact_group_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_set_version" ADD CONSTRAINT "rule_set_version_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "rule_set_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A version that is published, or was discarded, never changes again, not even by the owner of the table; none is ever deleted: events name them.
CREATE FUNCTION keep_rule_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.state <> 'draft' THEN
    RAISE EXCEPTION 'a version of the rules is immutable' USING ERRCODE = 'XS403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_set_immutable BEFORE UPDATE OR DELETE ON rule_set_version FOR EACH ROW EXECUTE FUNCTION keep_rule_set();
CREATE TRIGGER rule_set_never_truncated BEFORE TRUNCATE ON rule_set_version FOR EACH STATEMENT EXECUTE FUNCTION keep_rule_set();
REVOKE DELETE ON rule_set_version FROM xueshi_web;

-- Whoever keeps the rules in memory sees that they moved: with the very statement that publishes.
CREATE FUNCTION raise_rules_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE rules_revision SET revision = revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER rule_set_published AFTER INSERT OR UPDATE ON rule_set_version FOR EACH ROW WHEN (NEW.state = 'published')
  EXECUTE FUNCTION raise_rules_revision();

-- The queue of the worker: what is not finished, in the order in which it was asked for.
CREATE INDEX job_waiting ON job (created_at, id) WHERE finished_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON job, impact_change, impact_group TO xueshi_web;
