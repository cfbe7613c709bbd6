-- A platform's window names the document it rests on, and whoever changes it over someone else's change is told.
ALTER TABLE "platform" ADD COLUMN "document" TEXT NOT NULL DEFAULT '';
ALTER TABLE "platform" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE platform ADD CONSTRAINT platform_window CHECK (until_on IS NULL OR until_on >= from_on);

-- Whom the end of a window concerns.
CREATE INDEX record_on_platform ON hour_record ((details->>'platform'), completed_on) WHERE category = 'courseware';
