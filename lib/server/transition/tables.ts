import 'server-only'
import type { InsertType, SelectType, UpdateType } from 'kysely'
import type { Machine } from '@/lib/workflow/states'
import type { TableName, Tables } from '../database/tables'

/**
 * The table of each machine, the type of its state, and the columns that a transition may write beside state and version. `fixed`: written
 * with the row, changed by no transition. Together they are all columns of the table but those that every commit writes itself: a test
 * holds that against the database.
 */
export const WORKFLOW_TABLES = {
  hour_record: {
    state: 'record_state',
    columns: [
      'year',
      'category',
      'option',
      'subject',
      'title',
      'assessment',
      'organizer',
      'place',
      'started_on',
      'completed_on',
      'details',
      'achievement',
      'identifiers',
      'credited_in',
      'filing_id',
      'path',
      'organization_id',
      'region_code',
      'unit_level',
      'escalated_at',
      'appealed_from',
      'appeals_used',
      'batch_id',
      'due_on',
      'due_provisional',
      'waiting_since',
      'first_submitted_at',
      'decided_by',
      'decider_id',
      'decided_on',
      'registered_at',
      'line',
      'hours',
      'rule_set',
    ],
    fixed: ['person_id', 'created_by', 'created_role'],
  },
  publicity_batch: {
    state: 'batch_state',
    columns: ['opened_on', 'starts_on', 'ends_on', 'provisional', 'working_days', 'in_public', 'number'],
    fixed: ['organization_id', 'year', 'by_bureau', 'contact', 'created_by'],
  },
  objection: {
    state: 'objection_state',
    columns: ['confirmed_at', 'due_on', 'due_provisional', 'finding', 'decided_at', 'appealed_by'],
    fixed: ['record_id', 'batch_id', 'reason', 'contact_kind', 'contact_cipher', 'contact_mask', 'objector_name', 'code_hash'],
  },
  filing: {
    state: 'filing_state',
    columns: [
      'number',
      'bureau_approved_on',
      'authority_approved_on',
      'approved_on',
      'due_on',
      'title',
      'content',
      'starts_on',
      'ends_on',
      'days',
      'hours',
      'target_group',
      'teachers',
      'place',
      'authority_id',
      'file_ids',
      'change',
      'change_bureau_approved_on',
      'change_authority_approved_on',
      'change_approved_on',
      'submitted_at',
    ],
    fixed: ['provider_id', 'region_code', 'outside', 'outside_number', 'outside_body', 'outside_filed_on', 'organizer', 'created_by'],
  },
  year: {
    state: 'year_state',
    columns: [
      'total',
      'professional',
      'public',
      'met',
      'rule_set',
      'result',
      'choice_id',
      'region_code',
      'route_clause',
      'employer_id',
      'authority_id',
      'due_on',
      'due_provisional',
      'requested_at',
      'certified_at',
    ],
    fixed: ['person_id', 'year'],
  },
  term: {
    state: 'year_state',
    columns: [
      'from_on',
      'to_on',
      'result',
      'met',
      'region_code',
      'route_clause',
      'employer_id',
      'authority_id',
      'due_on',
      'due_provisional',
      'requested_at',
      'certified_at',
    ],
    fixed: ['person_id', 'appointment_id'],
  },
  certificate: {
    state: 'certificate_state',
    columns: ['superseded_by'],
    fixed: ['kind', 'person_id', 'year_id', 'term_id', 'number', 'code', 'content', 'jws', 'issued_at'],
  },
  rule_set_version: {
    state: 'rule_set_state',
    columns: ['code', 'title', 'effective_year', 'content', 'sources', 'editors', 'published_at', 'published_by'],
    fixed: ['base_id'],
  },
  case_file: {
    state: 'case_state',
    columns: ['answer', 'outcome', 'due_on', 'due_provisional'],
    fixed: ['kind', 'person_id', 'record_id', 'filing_id', 'reason', 'organization_id', 'region_code', 'days'],
  },
  roster: { state: 'roster_state', columns: ['row_count'], fixed: ['filing_id', 'source', 'file_name', 'file_sha256', 'created_by'] },
  historic_year: {
    state: 'historic_state',
    columns: ['total', 'professional', 'evidence_id', 'region_code', 'route_clause', 'entered_at', 'verified_by', 'verified_at'],
    fixed: ['person_id', 'year'],
  },
} as const satisfies {
  readonly [T in TableName]?: { state: string; columns: readonly (keyof Tables[T])[]; fixed: readonly (keyof Tables[T])[] }
}
export type WorkflowTable = keyof typeof WORKFLOW_TABLES

export const TABLE_OF = {
  record: 'hour_record',
  batch: 'publicity_batch',
  objection: 'objection',
  filing: 'filing',
  year: 'year',
  term: 'term',
  certificate: 'certificate',
  case: 'case_file',
  rule_set: 'rule_set_version',
  roster: 'roster',
  historic: 'historic_year',
} as const satisfies Record<Machine, WorkflowTable>

/** Tables without a machine, to which an act may add rows, with all their columns. */
export const PLAIN_COLUMNS = {
  publicity_item: [
    'id',
    'batch_id',
    'record_id',
    'position',
    'masked_name',
    'department',
    'title',
    'category',
    'subject',
    'hours',
    'taken_out_at',
  ],
  year_certification: ['id', 'year_id', 'certified_by', 'bureau_id', 'certified_at', 'confirmed', 'reason'],
  notification: ['id', 'person_id', 'organization_id', 'kind', 'data', 'at', 'read_at'],
  outbox: ['id', 'kind', 'payload', 'at', 'attempts', 'next_at', 'sent_at', 'failure'],
  job: [
    'id',
    'kind',
    'payload',
    'rule_set_id',
    'created_by',
    'created_at',
    'position',
    'done',
    'total',
    'counts',
    'lease_owner',
    'leased_until',
    'attempts',
    'started_at',
    'finished_at',
    'cancelled_at',
    'failure',
  ],
  evidence: [
    'id',
    'person_id',
    'record_id',
    'case_id',
    'storage_key',
    'file_name',
    'media_type',
    'bytes',
    'sha256',
    'uploaded_by',
    'uploaded_at',
    'removed_at',
  ],
  roster_row: [
    'id',
    'roster_id',
    'line',
    'by_hand',
    'name',
    'number_index',
    'number_mask',
    'person_id',
    'days_typed',
    'days',
    'result',
    'completed_on',
    'problems',
  ],
} as const satisfies { readonly [T in TableName]?: readonly (keyof Tables[T])[] }
export type PlainTable = keyof typeof PLAIN_COLUMNS
export const PLAIN_TABLES = Object.keys(PLAIN_COLUMNS) as PlainTable[]

type Settable<T extends WorkflowTable> = (typeof WORKFLOW_TABLES)[T]['columns'][number] & keyof Tables[T]

/** What a transition of the machine may write: its columns by name. A column that is left out stays as it is. */
export type ColumnsOf<M extends Machine> = {
  [Name in Settable<(typeof TABLE_OF)[M]>]?: UpdateType<Tables[(typeof TABLE_OF)[M]][Name]>
}

/** Written for every new row by the act itself. */
type Supplied = 'state' | 'version' | 'created_at' | 'changed_at' | 'due_provisional'
/** The statement inserts rows from JSON and knows no defaults: whatever may not be null has to be given. */
type Optional<Type> = null extends SelectType<Type> ? true : false
type Row<T extends TableName, Left extends string> = {
  [Name in Exclude<keyof Tables[T], Left> as Optional<Tables[T][Name]> extends true ? never : Name]: Exclude<
    InsertType<Tables[T][Name]>,
    undefined
  >
} & { [Name in Exclude<keyof Tables[T], Left> as Optional<Tables[T][Name]> extends true ? Name : never]?: InsertType<Tables[T][Name]> }

/** The row of a thing that comes into being. */
export type RowOf<M extends Machine> = Row<(typeof TABLE_OF)[M], Supplied | 'id'>
/** A row of a table without a machine. */
export type PlainRow<T extends PlainTable> = Row<T, never>
