INSERT INTO historic_year (id, person_id, year, total, professional, evidence_id, verified_by, verified_at, created_at) VALUES
  (md5('historic1')::uuid, md5('person1')::uuid, 2018, 96.5, 64, md5('evidence1')::uuid, md5('account1')::uuid, '2025-02-02', '2025-02-01'),
  (md5('historic2')::uuid, md5('person1')::uuid, 2017, 0, 0, NULL, NULL, NULL, '2025-02-01');
