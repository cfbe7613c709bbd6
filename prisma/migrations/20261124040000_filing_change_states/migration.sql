-- The change of a training on file passes both approvals in states of its own, so that the training stays on the register meanwhile.
-- Alone in its migration: a value added to an enum cannot be used in the transaction that adds it.
ALTER TYPE filing_state ADD VALUE 'change_approved_by_bureau' BEFORE 'cancelled';
ALTER TYPE filing_state ADD VALUE 'change_approved_by_authority' BEFORE 'cancelled';
