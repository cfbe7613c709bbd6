-- CreateEnum
CREATE TYPE "role" AS ENUM ('practitioner', 'employer_officer', 'provider_officer', 'authority_reviewer', 'county_reviewer', 'city_reviewer', 'leader', 'administrator', 'auditor', 'visitor');

-- CreateEnum
CREATE TYPE "stream" AS ENUM ('record', 'batch', 'objection', 'filing', 'year', 'term', 'certificate', 'case', 'audit');

-- CreateEnum
CREATE TYPE "title_level" AS ENUM ('junior_member', 'assistant', 'intermediate', 'deputy_senior', 'senior');

-- CreateEnum
CREATE TYPE "region_level" AS ENUM ('province', 'city', 'county');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('bureau', 'authority', 'employer', 'provider');

-- CreateEnum
CREATE TYPE "employment_kind" AS ENUM ('state_enterprise', 'public_institution', 'social_organization', 'non_public_enterprise', 'freelance');

-- CreateEnum
CREATE TYPE "unit_level" AS ENUM ('municipal', 'county');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('draft', 'open', 'confirmed', 'cancelled');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('unconfirmed', 'open', 'dismissed', 'upheld', 'appealed', 'final');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "category" AS ENUM ('award', 'patent', 'paper', 'book', 'project', 'standard', 'exam', 'degree', 'conference', 'training', 'teaching', 'courseware', 'elsewhere', 'other');

-- CreateEnum
CREATE TYPE "subject" AS ENUM ('public', 'professional');

-- CreateEnum
CREATE TYPE "record_state" AS ENUM ('draft', 'submitted', 'returned', 'accepted', 'publicized', 'objected', 'registered', 'rejected', 'appealed', 'refused', 'withdrawn', 'revoked');

-- CreateEnum
CREATE TYPE "record_path" AS ENUM ('employer', 'bureau');

-- CreateEnum
CREATE TYPE "figure_status" AS ENUM ('legible', 'partial', 'provisional');

-- CreateEnum
CREATE TYPE "filing_state" AS ENUM ('draft', 'submitted', 'approved_by_bureau', 'approved_by_authority', 'filed', 'returned', 'refused', 'amended', 'cancelled', 'held');

-- CreateEnum
CREATE TYPE "case_kind" AS ENUM ('not_mine', 'missing', 'arrival');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('open', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "year_state" AS ENUM ('open', 'requested', 'authority_reviewed', 'returned', 'certified', 'revoked');

-- CreateEnum
CREATE TYPE "certificate_state" AS ENUM ('valid', 'superseded', 'revoked');

-- CreateEnum
CREATE TYPE "certificate_kind" AS ENUM ('year', 'term');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "login_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "person_id" UUID,
    "password_hash" TEXT NOT NULL,
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "organization_id" UUID NOT NULL,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "grant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "stream" "stream" NOT NULL,
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" "role" NOT NULL,
    "office_id" UUID,
    "reason" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_role" "role" NOT NULL,
    "office_id" UUID,
    "subject" TEXT,
    "subject_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "id_number_cipher" BYTEA NOT NULL,
    "id_number_index" BYTEA NOT NULL,
    "id_number_mask" TEXT NOT NULL,
    "phone_cipher" BYTEA,
    "phone_index" BYTEA,
    "phone_mask" TEXT,
    "email" TEXT,
    "region_code" CHAR(6) NOT NULL,
    "transferred_in_on" DATE,
    "transferred_from" TEXT,
    "ledger_version" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "employment_kind" NOT NULL,
    "organization_id" UUID,
    "region_code" CHAR(6) NOT NULL,
    "department" TEXT,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title_series" TEXT NOT NULL,
    "title_level" "title_level" NOT NULL,
    "title_name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "title_application" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title_series" TEXT NOT NULL,
    "title_level" "title_level" NOT NULL,

    CONSTRAINT "title_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "level" "region_level" NOT NULL,
    "parent_code" CHAR(6),

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "kind" "organization_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "uscc" CHAR(18),
    "region_code" CHAR(6) NOT NULL,
    "unit_level" "unit_level" NOT NULL,
    "employer_kind" "employment_kind",
    "authority_id" UUID,
    "field" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "opening_hours" TEXT,
    "publicity_days" INTEGER,
    "publicity_in_public" BOOLEAN NOT NULL DEFAULT true,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_batch" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "batch_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "working_days" INTEGER NOT NULL,
    "opened_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "in_public" BOOLEAN NOT NULL,
    "by_bureau" BOOLEAN NOT NULL DEFAULT false,
    "contact" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publicity_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_item" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "masked_name" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "category" "category" NOT NULL,
    "subject" "subject",
    "hours" DECIMAL(6,1) NOT NULL,
    "taken_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "publicity_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "state" "objection_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reason" TEXT NOT NULL,
    "contact_kind" "contact_kind" NOT NULL,
    "contact_cipher" BYTEA NOT NULL,
    "contact_mask" TEXT NOT NULL,
    "objector_name" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "finding" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "appealed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hour_record" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "record_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "year" INTEGER NOT NULL,
    "category" "category" NOT NULL,
    "option" TEXT,
    "subject" "subject",
    "title" TEXT NOT NULL DEFAULT '',
    "assessment" TEXT NOT NULL DEFAULT '',
    "organizer" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "started_on" DATE,
    "completed_on" DATE,
    "details" JSONB NOT NULL DEFAULT '{}',
    "achievement" TEXT,
    "credited_in" INTEGER,
    "filing_id" UUID,
    "path" "record_path",
    "organization_id" UUID,
    "region_code" CHAR(6),
    "unit_level" "unit_level",
    "escalated_at" TIMESTAMPTZ(3),
    "appealed_from" "record_state",
    "appeals_used" INTEGER NOT NULL DEFAULT 0,
    "batch_id" UUID,
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "waiting_since" TIMESTAMPTZ(3),
    "first_submitted_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decider_id" UUID,
    "decided_on" DATE,
    "registered_at" TIMESTAMPTZ(3),
    "line" JSONB,
    "hours" DECIMAL(6,1) NOT NULL DEFAULT 0,
    "rule_set" TEXT,
    "created_by" UUID NOT NULL,
    "created_role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hour_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "historic_year" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "total" DECIMAL(6,1) NOT NULL,
    "professional" DECIMAL(6,1) NOT NULL,
    "evidence_id" UUID,
    "verified_by" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "historic_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subjects" "subject"[],
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "status" "figure_status" NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "notice" TEXT NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "worked" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "local" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "rule_set_version" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "effective_year" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,

    CONSTRAINT "rule_set_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "state" "filing_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" TEXT,
    "provider_id" UUID,
    "authority_id" UUID,
    "region_code" CHAR(6) NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "target_group" TEXT NOT NULL DEFAULT '',
    "teachers" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "days" DECIMAL(4,1) NOT NULL,
    "outside" BOOLEAN NOT NULL DEFAULT false,
    "bureau_approved_on" DATE,
    "authority_approved_on" DATE,
    "approved_on" DATE,
    "due_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "kind" "case_kind" NOT NULL,
    "state" "case_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "person_id" UUID NOT NULL,
    "record_id" UUID,
    "filing_id" UUID,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "outcome" TEXT,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "year_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "total" DECIMAL(6,1) NOT NULL DEFAULT 0,
    "professional" DECIMAL(6,1) NOT NULL DEFAULT 0,
    "public" DECIMAL(6,1) NOT NULL DEFAULT 0,
    "met" BOOLEAN NOT NULL DEFAULT false,
    "rule_set" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "choice_id" UUID,
    "region_code" CHAR(6),
    "route_clause" TEXT,
    "employer_id" UUID,
    "authority_id" UUID,
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "requested_at" TIMESTAMPTZ(3),
    "certified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_certification" (
    "id" UUID NOT NULL,
    "year_id" UUID NOT NULL,
    "certified_by" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "certified_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,

    CONSTRAINT "year_certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "appointment_id" UUID,
    "state" "year_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "result" JSONB NOT NULL,
    "region_code" CHAR(6),
    "requested_at" TIMESTAMPTZ(3),
    "certified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "kind" "certificate_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "year_id" UUID,
    "term_id" UUID,
    "state" "certificate_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "jws" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_by" UUID,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_name_key" ON "account"("login_name");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_organization_id_role_idx" ON "role_grant"("organization_id", "role");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "event_actor_id_at_idx" ON "event"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "event_stream_id_seq_key" ON "event"("stream_id", "seq");

-- CreateIndex
CREATE INDEX "audit_subject_id_idx" ON "audit"("subject_id");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_stream_id_seq_key" ON "audit"("stream_id", "seq");

-- CreateIndex
CREATE INDEX "notification_person_id_at_idx" ON "notification"("person_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"("at");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_number_index_key" ON "person"("id_number_index");

-- CreateIndex
CREATE INDEX "person_phone_index_idx" ON "person"("phone_index");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "person_region_code_name_id_idx" ON "person"("region_code", "name", "id");

-- CreateIndex
CREATE INDEX "employment_person_id_from_on_idx" ON "employment"("person_id", "from_on");

-- CreateIndex
CREATE INDEX "employment_organization_id_person_id_idx" ON "employment"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "appointment_person_id_from_on_idx" ON "appointment"("person_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "title_application_person_id_year_key" ON "title_application"("person_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "organization_uscc_key" ON "organization"("uscc");

-- CreateIndex
CREATE INDEX "organization_kind_region_code_name_id_idx" ON "organization"("kind", "region_code", "name", "id");

-- CreateIndex
CREATE INDEX "organization_authority_id_idx" ON "organization"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_batch_organization_id_year_number_key" ON "publicity_batch"("organization_id", "year", "number");

-- CreateIndex
CREATE INDEX "publicity_item_record_id_idx" ON "publicity_item"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_item_batch_id_record_id_key" ON "publicity_item"("batch_id", "record_id");

-- CreateIndex
CREATE INDEX "objection_record_id_idx" ON "objection"("record_id");

-- CreateIndex
CREATE INDEX "objection_batch_id_idx" ON "objection"("batch_id");

-- CreateIndex
CREATE INDEX "hour_record_person_id_year_id_idx" ON "hour_record"("person_id", "year", "id");

-- CreateIndex
CREATE INDEX "hour_record_batch_id_idx" ON "hour_record"("batch_id");

-- CreateIndex
CREATE INDEX "hour_record_filing_id_idx" ON "hour_record"("filing_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_storage_key_key" ON "evidence"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_record_id_idx" ON "evidence"("record_id");

-- CreateIndex
CREATE INDEX "evidence_sha256_idx" ON "evidence"("sha256");

-- CreateIndex
CREATE INDEX "evidence_person_id_idx" ON "evidence"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "historic_year_person_id_year_key" ON "historic_year"("person_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "platform_code_from_on_key" ON "platform"("code", "from_on");

-- CreateIndex
CREATE INDEX "calendar_day_year_idx" ON "calendar_day"("year");

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_version_code_key" ON "rule_set_version"("code");

-- CreateIndex
CREATE UNIQUE INDEX "filing_number_key" ON "filing"("number");

-- CreateIndex
CREATE INDEX "filing_starts_on_id_idx" ON "filing"("starts_on", "id");

-- CreateIndex
CREATE INDEX "filing_provider_id_idx" ON "filing"("provider_id");

-- CreateIndex
CREATE INDEX "case_file_person_id_idx" ON "case_file"("person_id");

-- CreateIndex
CREATE INDEX "case_file_record_id_idx" ON "case_file"("record_id");

-- CreateIndex
CREATE INDEX "year_employer_id_year_idx" ON "year"("employer_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "year_person_id_year_key" ON "year"("person_id", "year");

-- CreateIndex
CREATE INDEX "year_certification_year_id_idx" ON "year_certification"("year_id");

-- CreateIndex
CREATE INDEX "term_person_id_idx" ON "term"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_number_key" ON "certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_code_key" ON "certificate"("code");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE INDEX "certificate_year_id_idx" ON "certificate"("year_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "role_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_application" ADD CONSTRAINT "title_application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_batch" ADD CONSTRAINT "publicity_batch_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_item" ADD CONSTRAINT "publicity_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "publicity_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_item" ADD CONSTRAINT "publicity_item_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "hour_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "hour_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "publicity_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_record" ADD CONSTRAINT "hour_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_record" ADD CONSTRAINT "hour_record_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_record" ADD CONSTRAINT "hour_record_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_record" ADD CONSTRAINT "hour_record_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "publicity_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "hour_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "historic_year" ADD CONSTRAINT "historic_year_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_fkey" FOREIGN KEY ("year") REFERENCES "calendar_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year" ADD CONSTRAINT "year_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year" ADD CONSTRAINT "year_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year" ADD CONSTRAINT "year_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_certification" ADD CONSTRAINT "year_certification_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "year"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;
