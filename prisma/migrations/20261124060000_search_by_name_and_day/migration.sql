-- "Is it recognised?": filings, platforms and providers are looked for by a part of their name, of one Chinese character or more, and by day.
-- pg_trgm needs three characters, and under the locale C sees no letters in Chinese at all; so a name is indexed by each of its characters and
-- each two neighbours. What the index finds is held against the name itself by whoever asks.
CREATE FUNCTION name_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
  SELECT coalesce(array_agg(DISTINCT substr(lower(words), at, width)), '{}')
  FROM generate_series(1, char_length(words)) AS at, (VALUES (1), (2)) AS grams(width)
  WHERE at + width - 1 <= char_length(words)
$$;

CREATE INDEX filing_words ON filing USING gin (name_grams(title || ' ' || coalesce(number, '')))
  WHERE state IN ('filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority');
CREATE INDEX filing_days ON filing USING gist (daterange(starts_on, ends_on, '[]'))
  WHERE state IN ('filed', 'held', 'amended', 'change_approved_by_bureau', 'change_approved_by_authority');
CREATE INDEX organization_words ON organization USING gin (name_grams(name));
