-- The city's bureau verifies the records of municipal units wherever they lie: without this it would read every county's queue to find them.
CREATE INDEX record_waits_for_city ON hour_record (due_on, id)
  WHERE unit_level = 'municipal' AND ((state = 'submitted' AND path = 'bureau') OR (state IN ('submitted', 'accepted', 'publicized', 'objected') AND escalated_at IS NOT NULL));
CREATE INDEX record_appealed_to_city ON hour_record (due_on, id) WHERE unit_level = 'municipal' AND state = 'appealed';
