ALTER TABLE filing
  ADD COLUMN hours DECIMAL(5,1),
  ADD COLUMN outside_number TEXT,
  ADD COLUMN outside_body TEXT NOT NULL DEFAULT '',
  ADD COLUMN outside_filed_on DATE,
  ADD COLUMN organizer TEXT NOT NULL DEFAULT '',
  ADD COLUMN file_ids UUID[] DEFAULT ARRAY[]::UUID[],
  ADD COLUMN change JSONB,
  ADD COLUMN change_bureau_approved_on DATE,
  ADD COLUMN change_authority_approved_on DATE,
  ADD COLUMN change_approved_on DATE,
  ADD COLUMN submitted_at TIMESTAMPTZ(3);

CREATE TABLE filing_file (
  id UUID NOT NULL,
  filing_id UUID NOT NULL,
  storage_key TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 BYTEA NOT NULL,
  uploaded_by UUID NOT NULL,
  uploaded_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT filing_file_pkey PRIMARY KEY (id)
);
ALTER TABLE filing_file ADD CONSTRAINT filing_file_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filing(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX filing_file_storage_key_key ON filing_file (storage_key);
CREATE INDEX filing_file_filing_id_idx ON filing_file (filing_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON filing_file TO xueshi_web;

-- Lists of who filed them, in the order in which they are shown.
DROP INDEX filing_provider_id_idx;
CREATE INDEX filing_provider_id_starts_on_id_idx ON filing (provider_id, starts_on, id);

-- What waits, and what is on the register, now that a change has states of its own; the register also says what was on file and is cancelled.
DROP INDEX filing_waits;
CREATE INDEX filing_waits ON filing (region_code, due_on, id)
  WHERE state IN ('submitted', 'approved_by_bureau', 'approved_by_authority', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority');
CREATE INDEX filing_waits_for_authority ON filing (authority_id, due_on, id)
  WHERE state IN ('submitted', 'approved_by_bureau', 'approved_by_authority', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority');
DROP INDEX filing_register;
CREATE INDEX filing_register ON filing (starts_on DESC, id DESC)
  WHERE number IS NOT NULL AND state IN ('filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority', 'cancelled');
CREATE INDEX filing_register_of_region ON filing (region_code, starts_on DESC, id DESC)
  WHERE number IS NOT NULL AND state IN ('filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority', 'cancelled');

-- What had been handed in before this was known by its state alone.
UPDATE filing SET submitted_at = coalesce(
  (SELECT max(e.at) FROM event e WHERE e.stream = 'filing' AND e.stream_id = filing.id AND e.event IN ('submit', 'enter')), created_at)
WHERE state <> 'draft';
UPDATE filing SET due_on = starts_on WHERE state IN ('submitted', 'approved_by_bureau', 'approved_by_authority', 'amended');
