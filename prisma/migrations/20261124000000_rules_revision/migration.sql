-- Which rules are in force: raised with every change to the published rule sets or the register of platforms, so that whoever keeps
-- them in memory sees that they moved, and no ledger is written by rules that no longer hold.
CREATE TABLE "rules_revision" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "rules_revision_pkey" PRIMARY KEY ("one")
);
ALTER TABLE rules_revision ADD CONSTRAINT rules_revision_only_row CHECK (one);
INSERT INTO rules_revision (revision) VALUES (1);
GRANT SELECT, UPDATE ON rules_revision TO xueshi_web;
