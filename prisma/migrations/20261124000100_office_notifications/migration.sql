-- A notification is a person's, or an office's: its officers share it, and each has read it for themself up to a moment.
ALTER TABLE "notification" ALTER COLUMN "person_id" DROP NOT NULL;
ALTER TABLE "notification" ADD COLUMN "organization_id" UUID;
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT notification_has_one_addressee CHECK (num_nonnulls(person_id, organization_id) = 1);
CREATE INDEX "notification_organization_id_at_idx" ON "notification"("organization_id", "at");

ALTER TABLE "role_grant" ADD COLUMN "notices_read_at" TIMESTAMPTZ(3);
