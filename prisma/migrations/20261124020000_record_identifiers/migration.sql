-- The numbers by which the same document is found again (DOI, ISSN with page, patent, certificate), as lib/numbers/identifiers.ts writes them.
ALTER TABLE "hour_record" ADD COLUMN "identifiers" TEXT[];

-- Most records have none, and none of those is ever looked for. Without a pending list a look-up costs the same after many writes.
CREATE INDEX record_identifiers ON hour_record USING gin (identifiers) WITH (fastupdate = off) WHERE identifiers <> '{}';

-- What was entered before gets the keys that its stored achievement and certificate tell; whatever is saved anew gets all of them.
UPDATE hour_record SET identifiers = array_remove(ARRAY[
    CASE
      WHEN achievement ~ '10\.[0-9]{4,9}/' THEN 'doi:' || substring(achievement FROM '10\.[0-9]{4,9}/.*')
      WHEN category = 'patent' AND achievement ~ '^patent:(zl|cn)?[0-9]{8}([0-9]{4})?\.?[0-9x]$'
        THEN 'patent:' || regexp_replace(achievement, '^patent:(zl|cn)?|\.', '', 'g')
      WHEN category IN ('exam', 'degree', 'award') AND length(achievement) >= length(category::text) + 5
        THEN 'certificate:' || substr(achievement, length(category::text) + 2)
      WHEN length(achievement) >= length(category::text) + 5 THEN 'own:' || achievement
    END,
    CASE WHEN category = 'elsewhere' AND length(details->>'certificate') >= 4
      THEN 'certificate:' || regexp_replace(lower(normalize(details->>'certificate', NFKC)), '[-\s_‐-―−]', '', 'g') END
  ], NULL)
  WHERE achievement IS NOT NULL OR category = 'elsewhere';
