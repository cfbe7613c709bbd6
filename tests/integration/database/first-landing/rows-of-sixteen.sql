-- What the last four migrations of the first landing made room for.

INSERT INTO historic_year (id, person_id, year, total, professional, evidence_id, verified_by, verified_at, created_at, state, version, changed_at, entered_at, region_code, route_clause)
  SELECT md5('historic' || state)::uuid, md5('person1')::uuid, 2010 + n, 96.5, 64, md5('evidence1')::uuid, CASE state WHEN 'verified' THEN md5('account1')::uuid END,
    CASE state WHEN 'verified' THEN timestamptz '2025-02-02' END, '2025-02-01', state, n, '2025-02-02', '2025-02-01', '341202', 'M17'
  FROM unnest(enum_range(NULL::historic_state)) WITH ORDINALITY AS states(state, n);
UPDATE term SET employer_id = md5('organizationemployer')::uuid, authority_id = md5('organizationauthority')::uuid, due_on = '2024-02-01', met = true, route_clause = 'M17' WHERE state <> 'open';
INSERT INTO rule_set_version (id, code, effective_year, content, published_at, published_by, base_id, created_at, changed_at, editors, sources, state, title, version)
  SELECT md5('rules' || state)::uuid, 'AH-2026-' || state, 2026, '{"figures": []}', CASE state WHEN 'published' THEN timestamptz '2025-12-01' END, NULL, md5('rules')::uuid, '2025-11-01', '2025-11-02',
    ARRAY[md5('account1')::uuid], '{"year.total": "皖人社〔2025〕9号"}', state, '新版本', 2
  FROM unnest(enum_range(NULL::rule_set_state)) AS state;
INSERT INTO job (id, kind, payload, rule_set_id, created_by, created_at, position, done, total, counts, lease_owner, leased_until, attempts, started_at, finished_at, cancelled_at, failure) VALUES
  (md5('job1')::uuid, 'impact', '{"year": 2026}', md5('rulesdraft')::uuid, md5('account1')::uuid, '2025-11-02', md5('person1')::uuid, 10, 20, '{"lost": 1}', md5('lease')::uuid, '2025-11-02', 2, '2025-11-02', NULL, NULL, NULL),
  (md5('job2')::uuid, 'recount', '{}', NULL, md5('account1')::uuid, '2025-11-02', NULL, 0, NULL, '{}', NULL, NULL, 5, '2025-11-02', '2025-11-03', '2025-11-03', 'timed out');
INSERT INTO impact_change (job_id, year_id, person_id, year, direction, region_code, organization_id, total_before, professional_before, total_after, professional_after)
  SELECT md5('job1')::uuid, md5('year' || direction)::uuid, md5('person1')::uuid, 2026, direction, '341202', md5('organizationemployer')::uuid, 90, 60, 82.5, 60
  FROM unnest(enum_range(NULL::impact_direction)) AS direction;
INSERT INTO impact_group (id, job_id, year, direction, region_code, organization_id, people) VALUES
  (md5('group')::uuid, md5('job1')::uuid, 2026, 'lost', '341202', NULL, 1);
