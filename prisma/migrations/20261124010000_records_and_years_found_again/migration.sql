-- "Find again": what was handed in, of an office, in any state, the latest year and the latest handed in first (lib/server/record/find-records.ts).
-- Municipal units' records are the city's wherever the unit lies, so the level is a part of the key; a freelancer's has none and is the county's.
CREATE INDEX record_found_by_office ON hour_record (region_code, coalesce(unit_level, 'county'::unit_level), state, year, first_submitted_at, id)
  WHERE first_submitted_at IS NOT NULL;
-- The same of one employer: its officer's list, and the bureau's filter by employer.
CREATE INDEX record_found_by_employer ON hour_record (organization_id, year, first_submitted_at, id) WHERE first_submitted_at IS NOT NULL;
-- The years that were requested of a bureau, in any state (lib/server/year/find-years.ts).
CREATE INDEX year_found_by_office ON year (region_code, state, year, requested_at, id) WHERE requested_at IS NOT NULL;
