-- One row at least of every table that stands after the first twelve migrations, in plain SQL: the code of the site moves on, these rows do not.
-- Every value of every enum is used, nulls and ends of ranges too. historic_year has a file of its own for each stage.

INSERT INTO region (code, name, name_en, level, parent_code) VALUES
  ('340000', '安徽省', 'Anhui', 'province', NULL), ('341200', '阜阳市', 'Fuyang', 'city', '340000'), ('341202', '颍州区', 'Yingzhou', 'county', '341200');

INSERT INTO organization (id, kind, name, name_en, uscc, region_code, unit_level, employer_kind, authority_id, field, contact, publicity_days, created_at)
  SELECT md5('organization' || kind)::uuid, kind, '单位·' || kind, 'Unit ' || kind, '9134120' || lpad(n::text, 11, '0'),
    CASE kind WHEN 'bureau' THEN '341200' ELSE '341202' END, CASE kind WHEN 'authority' THEN 'municipal'::unit_level ELSE 'county' END,
    CASE kind WHEN 'employer' THEN 'public_institution'::employment_kind END,
    CASE kind WHEN 'employer' THEN md5('organizationauthority')::uuid END, CASE kind WHEN 'authority' THEN 'health' END, '0558-2196001', 5, '2025-01-02T03:04:05.678Z'
  FROM unnest(enum_range(NULL::organization_kind)) WITH ORDINALITY AS kinds(kind, n) ORDER BY n;

INSERT INTO person (id, name, id_number_cipher, id_number_index, id_number_mask, phone_cipher, phone_index, phone_mask, email, region_code,
    transferred_in_on, transferred_from, ledger_version, version, created_at) VALUES
  (md5('person1')::uuid, '王丽𬭎', '\x01ff', '\x0a', '3412**********0007', '\x02', '\x0b', '138****0000', 'a@example.org', '341202', NULL, NULL, 7, 3, '2025-01-02'),
  (md5('person2')::uuid, '赵志强', '\x03', '\x0c', '3412**********0020', NULL, NULL, NULL, NULL, '341200', '2025-03-01', '合肥市', 0, 1, '2025-01-02');

INSERT INTO account (id, login_name, display_name, person_id, password_hash, must_change, session_version, active, created_at) VALUES
  (md5('account1')::uuid, 'wangli', '王丽', md5('person1')::uuid, 'scrypt$x', false, 2, true, '2025-01-02'),
  (md5('account2')::uuid, 'guest', '离任', NULL, 'scrypt$y', true, 1, false, '2025-01-02');
INSERT INTO role_grant (id, account_id, role, organization_id, granted_by, granted_at, ended_at, notices_read_at)
  SELECT md5('grant' || role)::uuid, md5('account1')::uuid, role, md5('organizationbureau')::uuid, md5('account2')::uuid, '2025-01-02',
    CASE role WHEN 'visitor' THEN timestamptz '2025-02-01' END, '2025-01-03' FROM unnest(enum_range(NULL::role)) AS role;
INSERT INTO session (id, account_id, version, grant_id, created_at, expires_at, ended_at) VALUES
  (md5('session')::uuid, md5('account1')::uuid, 2, md5('grantcounty_reviewer')::uuid, '2025-01-02', '2025-01-03', NULL);

INSERT INTO employment (id, person_id, kind, organization_id, region_code, department, from_on, until_on)
  SELECT md5('employment' || kind)::uuid, md5('person1')::uuid, kind, CASE kind WHEN 'freelance' THEN NULL ELSE md5('organizationemployer')::uuid END,
    '341202', '内科', '2020-02-29', CASE kind WHEN 'freelance' THEN NULL ELSE date '2024-12-31' END FROM unnest(enum_range(NULL::employment_kind)) AS kind;
INSERT INTO appointment (id, person_id, title_series, title_level, title_name, from_on, until_on)
  SELECT md5('appointment' || level)::uuid, md5('person1')::uuid, 'health', level, '主治医师', '2019-01-01', NULL FROM unnest(enum_range(NULL::title_level)) AS level;
INSERT INTO title_application (id, person_id, year, title_series, title_level) VALUES
  (md5('application')::uuid, md5('person1')::uuid, 2025, 'health', 'senior');

INSERT INTO filing (id, state, version, number, provider_id, authority_id, region_code, title, content, target_group, teachers, place, starts_on, ends_on, days,
    outside, due_on, created_by, created_at, changed_at, hours, outside_number, outside_body, outside_filed_on, organizer, file_ids, change, submitted_at)
  SELECT md5('filing' || state)::uuid, state, n, CASE WHEN state IN ('filed', 'held', 'amended') THEN '阜人社继备2025-' || n END,
    md5('organizationprovider')::uuid, md5('organizationauthority')::uuid, '341202', '急救新技术 ' || state, '大纲', '医师', '李老师', '阜阳', '2025-05-01', '2025-05-03', 2.5,
    state = 'filed', '2025-05-01', md5('account1')::uuid, '2025-04-01', '2025-04-02', 20.0, '皖继备1', '省厅', '2025-03-01', '市医院',
    ARRAY[md5('file')::uuid], CASE state WHEN 'amended' THEN '{"title": "新标题"}'::jsonb END, '2025-04-01'
  FROM unnest(enum_range(NULL::filing_state)) WITH ORDINALITY AS states(state, n);
INSERT INTO filing_file (id, filing_id, storage_key, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at) VALUES
  (md5('file')::uuid, md5('filingfiled')::uuid, 'ab/cd', '教学大纲.pdf', 'application/pdf', 1000, sha256('file'), md5('account1')::uuid, '2025-04-01');

INSERT INTO publicity_batch (id, organization_id, year, number, state, working_days, opened_on, starts_on, ends_on, in_public, contact, created_by, created_at, changed_at)
  SELECT md5('batch' || state)::uuid, md5('organizationemployer')::uuid, 2025, n, state, 5, '2025-06-02', '2025-06-02', '2025-06-09', true, '监督电话', md5('account1')::uuid, '2025-06-01', '2025-06-02'
  FROM unnest(enum_range(NULL::batch_state)) WITH ORDINALITY AS states(state, n);

INSERT INTO hour_record (id, person_id, state, version, year, category, option, subject, title, assessment, organizer, place, started_on, completed_on, details, achievement,
    credited_in, filing_id, path, organization_id, region_code, unit_level, appealed_from, appeals_used, batch_id, due_on, waiting_since, first_submitted_at,
    decided_by, decider_id, decided_on, registered_at, line, hours, rule_set, created_by, created_role, created_at, changed_at, identifiers)
  SELECT md5('record' || state)::uuid, md5('person1')::uuid, state, n, 2025, (enum_range(NULL::category))[1 + n % 14], 'A', (enum_range(NULL::subject))[1 + n % 2],
    '论文 ' || state, '合格', '省厅', '线上', '2025-01-01', '2025-12-31', jsonb_build_object('hours', 7.5, 'certificate', '皖2025-' || n, 'platform', 'xuexi'), 'paper:10.1000/' || n,
    2025, CASE n % 2 WHEN 0 THEN md5('filingfiled')::uuid END, (enum_range(NULL::record_path))[1 + n % 2], md5('organizationemployer')::uuid, '341202', 'county',
    CASE state WHEN 'appealed' THEN 'rejected'::record_state END, 1, CASE WHEN state IN ('publicized', 'objected', 'registered') THEN md5('batchopen')::uuid END,
    '2025-07-01', '2025-06-20', '2025-06-20', '刘洋', md5('account1')::uuid, '2025-06-25', CASE state WHEN 'registered' THEN timestamptz '2025-06-26' END,
    '{"clause": "M8", "hours": 7.5}', 7.5, 'AH-2024', md5('account1')::uuid, 'practitioner', '2025-06-01', '2025-06-25', ARRAY['doi:10.1000/' || n]
  FROM unnest(enum_range(NULL::record_state)) WITH ORDINALITY AS states(state, n);
-- As little as a draft can hold.
INSERT INTO hour_record (id, person_id, state, year, category, created_by, created_role, created_at, changed_at)
  SELECT md5('empty' || category)::uuid, md5('person2')::uuid, 'draft', 2026, category, md5('account1')::uuid, 'practitioner', '2026-01-01', '2026-01-01'
  FROM unnest(enum_range(NULL::category)) AS category;

INSERT INTO publicity_item (id, batch_id, record_id, position, masked_name, department, title, category, subject, hours, taken_out_at) VALUES
  (md5('item')::uuid, md5('batchopen')::uuid, md5('recordpublicized')::uuid, 1, '王*𬭎', '内科', '论文', 'paper', 'professional', 7.5, NULL);
INSERT INTO objection (id, record_id, batch_id, state, reason, contact_kind, contact_cipher, contact_mask, objector_name, code_hash, confirmed_at, due_on, finding, decided_at, appealed_by, created_at, changed_at)
  SELECT md5('objection' || state)::uuid, md5('recordobjected')::uuid, md5('batchopen')::uuid, state, '非本人完成', (enum_range(NULL::contact_kind))[1 + n % 2], '\x05', 'b***@example.org', '某人', sha256('code'),
    '2025-06-03', '2025-06-10', '查无实据', '2025-06-09', 'objector', '2025-06-03', '2025-06-09'
  FROM unnest(enum_range(NULL::objection_state)) WITH ORDINALITY AS states(state, n);

INSERT INTO case_file (id, kind, state, person_id, record_id, filing_id, reason, answer, outcome, due_on, created_at, changed_at, days, due_provisional, organization_id, region_code)
  SELECT md5('case' || kind || state)::uuid, kind, state, md5('person1')::uuid, CASE kind WHEN 'not_mine' THEN md5('recordregistered')::uuid END,
    CASE kind WHEN 'missing' THEN md5('filingheld')::uuid END, '不在名册', '已补', 'added', '2025-08-01', '2025-07-01', '2025-07-02', 1.5, true, md5('organizationprovider')::uuid, '341202'
  FROM unnest(enum_range(NULL::case_kind)) AS kind, unnest(enum_range(NULL::case_state)) AS state;
INSERT INTO evidence (id, person_id, record_id, storage_key, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at, removed_at, case_id) VALUES
  (md5('evidence1')::uuid, md5('person1')::uuid, md5('recordregistered')::uuid, 'ef/01', '证书.jpg', 'image/jpeg', 2147483647, sha256('1'), md5('account1')::uuid, '2025-06-01', NULL, NULL),
  (md5('evidence2')::uuid, md5('person1')::uuid, NULL, 'ef/02', '扫描.pdf', 'application/pdf', 1, sha256('2'), md5('account1')::uuid, '2025-06-01', '2025-06-02', md5('casemissingopen')::uuid);

INSERT INTO roster (id, filing_id, state, source, file_name, file_sha256, row_count, created_by, created_at, changed_at)
  SELECT md5('roster' || state)::uuid, md5('filingheld')::uuid, state, (enum_range(NULL::roster_source))[1 + n % 3], '名册.xlsx', sha256('roster'), 1, md5('account1')::uuid, '2025-05-04', '2025-05-04'
  FROM unnest(enum_range(NULL::roster_state)) WITH ORDINALITY AS states(state, n);
INSERT INTO roster_row (id, roster_id, line, name, number_index, number_mask, person_id, days_typed, days, result, completed_on, problems) VALUES
  (md5('row1')::uuid, md5('rosterconfirmed')::uuid, 2, '王丽𬭎', '\x0a', '3412**********0007', md5('person1')::uuid, '2.5', 2.5, '合格', '2025-05-03', '[]'),
  (md5('row2')::uuid, md5('rosterdraft')::uuid, 3, '无此人', NULL, '', NULL, '两天', NULL, '', NULL, '[{"field": "days"}]');

INSERT INTO year (id, person_id, year, state, version, total, professional, public, met, rule_set, result, choice_id, region_code, route_clause, employer_id, authority_id, due_on, requested_at, certified_at, created_at, changed_at)
  SELECT md5('year' || state)::uuid, md5('person1')::uuid, 2019 + n, state, n, 90.5, 60.5, 30, true, 'AH-2024', '{"lines": []}', md5('recordregistered')::uuid, '341202', 'M17', md5('organizationemployer')::uuid,
    md5('organizationauthority')::uuid, '2026-01-31', '2025-12-01', CASE state WHEN 'certified' THEN timestamptz '2025-12-15' END, '2025-01-01', '2025-12-15'
  FROM unnest(enum_range(NULL::year_state)) WITH ORDINALITY AS states(state, n);
INSERT INTO year_certification (id, year_id, certified_by, bureau_id, certified_at, confirmed, reason) VALUES
  (md5('certification')::uuid, md5('yearcertified')::uuid, md5('account1')::uuid, md5('organizationbureau')::uuid, '2025-12-15', '["rate.paper"]', '已核实');
INSERT INTO term (id, person_id, appointment_id, state, from_on, to_on, result, region_code, requested_at, certified_at, created_at, changed_at)
  SELECT md5('term' || state)::uuid, md5('person1')::uuid, CASE state WHEN 'open' THEN md5('appointmentsenior')::uuid END, state, '2019-01-01', '2023-12-31', '{"years": []}', '341202', '2024-01-02', NULL, '2024-01-01', '2024-01-02'
  FROM unnest(enum_range(NULL::year_state)) AS state;
INSERT INTO certificate (id, kind, person_id, year_id, term_id, state, number, code, content, jws, issued_at, changed_at, superseded_by)
  SELECT md5('certificate' || kind || state)::uuid, kind, md5('person1')::uuid, CASE kind WHEN 'year' THEN md5('yearcertified')::uuid END, CASE kind WHEN 'term' THEN md5('termcertified')::uuid END, state,
    '皖K2025-' || kind || state, 'CODE' || kind || state, '{"name": "王丽𬭎"}', 'ey.J.x', '2025-12-15', '2025-12-16', NULL
  FROM unnest(enum_range(NULL::certificate_kind)) AS kind, unnest(enum_range(NULL::certificate_state)) AS state;

INSERT INTO platform (id, code, name, subjects, from_on, until_on, status, source, document, version)
  SELECT md5('platform' || status)::uuid, 'xuexi', '学习平台', ARRAY['public', 'professional']::subject[], date '2020-01-01' + 100 * n::integer, date '2020-03-31' + 100 * n::integer, status, '网站', '皖人社〔2020〕1号', 2
  FROM unnest(enum_range(NULL::figure_status)) WITH ORDINALITY AS statuses(status, n);
INSERT INTO calendar_year (year, notice, notice_on, source, version) VALUES (2025, '国办发明电〔2024〕12号', '2024-11-12', 'chinese-days 1.5', 1), (2026, '', NULL, '', 4);
INSERT INTO calendar_day (date, year, worked, name, local, document) VALUES ('2025-01-26', 2025, true, '春节', false, ''), ('2026-03-03', 2026, false, '地方假', true, '阜政办〔2026〕1号');
INSERT INTO calendar_change (id, year, act, content, base_version, proposed_by, proposed_at, applied_by, applied_at) VALUES
  (md5('change')::uuid, 2026, 'local_day', '{"days": ["2026-03-03"]}', 3, md5('account1')::uuid, '2026-02-01', md5('account2')::uuid, '2026-02-02');
INSERT INTO deadline_move (id, change_id, stream, stream_id, waits_for, organization_id, region_code, from_on, to_on) VALUES
  (md5('move')::uuid, md5('change')::uuid, 'record', md5('recordsubmitted')::uuid, 'bureau', md5('organizationbureau')::uuid, '341202', '2026-03-03', '2026-03-04');
INSERT INTO rule_set_version (id, code, effective_year, content, published_at, published_by) VALUES
  (md5('rules')::uuid, 'AH-2024', 2024, '{"figures": [{"key": "year.total", "value": 90}]}', '2024-01-01', md5('account1')::uuid);
INSERT INTO setting (key, value, changed_at, changed_by) VALUES ('open_years', '[2024, 2025]', '2025-01-01', md5('account1')::uuid), ('city', '"341200"', '2025-01-01', NULL);

INSERT INTO notification (id, person_id, organization_id, kind, data, at, read_at) VALUES
  (md5('notice1')::uuid, md5('person1')::uuid, NULL, 'record_returned', '{"reason": "缺页"}', '2025-06-21', NULL),
  (md5('notice2')::uuid, NULL, md5('organizationbureau')::uuid, 'record_submitted', '{}', '2025-06-21', '2025-06-22');
INSERT INTO outbox (id, kind, payload, at, attempts, next_at, sent_at, failure) VALUES
  (md5('mail1')::uuid, 'mail', '{"to": "a@example.org"}', '2025-06-21', 3, '2025-06-22', NULL, 'ECONNREFUSED'), (md5('mail2')::uuid, 'mail', '{}', '2025-06-21', 0, '2025-06-21', '2025-06-21', NULL);
INSERT INTO idempotency_key (key, account_id, action, body_hash, answer, at) VALUES ('k1', md5('account1')::uuid, 'submit', '\x06', '{"ok": true}', '2025-06-21');
INSERT INTO rate_window (key, started_at, count) VALUES ('sign-in:127.0.0.1', '2025-06-21', 5);

-- Number and hash come from the trigger: two events of one stream, and one of every other kind.
INSERT INTO event (id, stream, stream_id, event, from_state, to_state, at, actor_id, actor_role, office_id, reason, data)
  SELECT md5('event' || stream)::uuid, stream, md5('stream' || stream)::uuid, 'submit', 'draft', 'submitted', '2025-06-20', md5('account1')::uuid, 'practitioner', NULL, '理由', '{"a": [1, "二"]}'
  FROM unnest(enum_range(NULL::stream)) AS stream;
INSERT INTO event (id, stream, stream_id, event, to_state, at, actor_role) VALUES (md5('event2')::uuid, 'record', md5('streamrecord')::uuid, 'verify', 'registered', '2025-06-25', 'county_reviewer');
INSERT INTO audit (id, stream_id, act, at, actor_role, office_id, subject, subject_id, data) VALUES
  (md5('audit1')::uuid, md5('account1')::uuid, 'look_up_number', '2025-06-25', 'county_reviewer', md5('organizationbureau')::uuid, 'person', md5('person1')::uuid, '{"why": "核对"}'),
  (md5('audit2')::uuid, md5('account1')::uuid, 'sign_in', '2025-06-26', 'practitioner', NULL, NULL, NULL, '{}');
