-- What Prisma's schema cannot say: the web role and its grants, append-only hash chains, checks, partial indexes for the queues.

-- The web process connects as a role that owns nothing. A deployment gives it LOGIN and a password.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'xueshi_web') THEN CREATE ROLE xueshi_web NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- Append-only: also for the owner, who would have to drop the trigger first, which the web role cannot.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'XS403';
END $$;

-- Each row of a stream carries its number and the hash of the row before it.
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT e.seq, e.hash INTO last FROM event e WHERE e.stream_id = NEW.stream_id ORDER BY e.seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.previous := coalesce(last.hash, '\x'::bytea);
  NEW.hash := event_hash(NEW);
  RETURN NEW;
END $$;

CREATE FUNCTION event_hash(e event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(e.previous || convert_to(jsonb_build_array(
    e.id, e.stream, e.stream_id, e.seq, e.event, e.from_state, e.to_state, extract(epoch FROM e.at),
    e.actor_id, e.actor_role, e.office_id, e.reason, e.data)::text, 'UTF8'))
$$;

CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  -- Two acts of one account at the same moment take turns.
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.stream_id::text, 0));
  SELECT a.seq, a.hash INTO last FROM audit a WHERE a.stream_id = NEW.stream_id ORDER BY a.seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.previous := coalesce(last.hash, '\x'::bytea);
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;

CREATE FUNCTION audit_hash(a audit) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(a.previous || convert_to(jsonb_build_array(
    a.id, a.stream_id, a.seq, a.act, extract(epoch FROM a.at), a.actor_role, a.office_id, a.subject, a.subject_id, a.data)::text, 'UTF8'))
$$;

CREATE TRIGGER event_chain BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION chain_event();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_never_truncated BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION chain_audit();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_never_truncated BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The door's lock: a conditional statement that reached fewer rows than it was meant for writes nothing at all.
CREATE FUNCTION require_rows(reached bigint, expected bigint, what text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF reached <> expected THEN
    RAISE EXCEPTION '%: % of %', what, reached, expected USING ERRCODE = 'XS409';
  END IF;
  RETURN true;
END $$;

ALTER TABLE year ADD CONSTRAINT year_ledger_adds_up CHECK (total = professional + public AND professional >= 0 AND public >= 0);
ALTER TABLE hour_record ADD CONSTRAINT record_hours_not_negative CHECK (hours >= 0);
ALTER TABLE hour_record ADD CONSTRAINT record_path_once_submitted CHECK (path IS NOT NULL OR state IN ('draft', 'withdrawn', 'registered'));
ALTER TABLE hour_record ADD CONSTRAINT record_batch_while_publicized CHECK (batch_id IS NOT NULL OR state NOT IN ('publicized', 'objected'));
ALTER TABLE publicity_batch ADD CONSTRAINT batch_period CHECK (ends_on >= starts_on AND working_days >= 1);

-- Queues: only the rows that wait.
CREATE INDEX record_waits_for_employer ON hour_record (organization_id, waiting_since, id) WHERE state = 'submitted' AND path = 'employer';
CREATE INDEX record_accepted ON hour_record (organization_id, waiting_since, id) WHERE state = 'accepted';
CREATE INDEX record_waits_for_bureau ON hour_record (region_code, due_on, id)
  WHERE (state = 'submitted' AND path = 'bureau') OR (state IN ('submitted', 'accepted', 'publicized', 'objected') AND escalated_at IS NOT NULL);
CREATE INDEX record_appealed ON hour_record (region_code, due_on, id) WHERE state = 'appealed';
CREATE INDEX record_escalated ON hour_record (region_code, due_on, id) WHERE escalated_at IS NOT NULL AND state IN ('accepted', 'publicized', 'objected');
CREATE INDEX record_registered ON hour_record (person_id, year, id) WHERE state = 'registered';
CREATE INDEX record_achievement ON hour_record (achievement) WHERE achievement IS NOT NULL;
CREATE INDEX batch_on_board ON publicity_batch (ends_on, id) WHERE state = 'open';
CREATE INDEX objection_undecided ON objection (due_on, id) WHERE state IN ('unconfirmed', 'open', 'appealed');
CREATE INDEX year_waits_for_bureau ON year (region_code, requested_at, id) WHERE state IN ('requested', 'authority_reviewed');
CREATE INDEX year_waits_for_authority ON year (authority_id, requested_at, id) WHERE state = 'requested' AND authority_id IS NOT NULL;
CREATE INDEX filing_waits ON filing (region_code, due_on, id) WHERE state IN ('submitted', 'approved_by_bureau', 'approved_by_authority', 'amended');
CREATE INDEX filing_register ON filing (starts_on DESC, id DESC) WHERE state IN ('filed', 'held', 'amended');
CREATE INDEX outbox_unsent ON outbox (next_at, id) WHERE sent_at IS NULL;
CREATE UNIQUE INDEX certificate_one_valid ON certificate (year_id) WHERE state = 'valid' AND year_id IS NOT NULL;
CREATE INDEX notification_unread ON notification (person_id, at) WHERE read_at IS NULL;
CREATE INDEX person_name_prefix ON person (name text_pattern_ops, id);

-- Grants: everything a page needs, nothing that could rewrite history.
DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO xueshi_web', current_schema()); END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  region, organization, person, employment, appointment, title_application, account, role_grant, session,
  hour_record, evidence, historic_year, publicity_batch, publicity_item, objection, year, year_certification, term, certificate,
  filing, case_file, platform, calendar_year, calendar_day, rule_set_version, setting, notification, outbox, idempotency_key, rate_window
  TO xueshi_web;
GRANT SELECT, INSERT ON event, audit TO xueshi_web;
