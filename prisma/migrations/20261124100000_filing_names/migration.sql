-- Filings of every state are looked for, by title, numbers and who held them: a word that nothing holds must not read them all.
DROP INDEX filing_words;
CREATE INDEX filing_names ON filing
  USING gin (name_grams(title || E'\n' || coalesce(number, '') || E'\n' || coalesce(outside_number, '') || E'\n' || organizer));
