import 'server-only'
import type { InsertType, SelectType, UpdateType } from 'kysely'
import type { Machine } from '@/lib/workflow/states'
import type { TableName, Tables } from '../database/tables'

/** The table of each machine, the type of its state, and the columns that a transition may write beside state and version. */
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
  },
  publicity_batch: {
    state: 'batch_state',
    columns: ['opened_on', 'starts_on', 'ends_on', 'provisional', 'working_days', 'in_public', 'number'],
  },
  objection: {
    state: 'objection_state',
    columns: ['confirmed_at', 'due_on', 'due_provisional', 'finding', 'decided_at', 'appealed_by'],
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
  },
  certificate: { state: 'certificate_state', columns: ['superseded_by'] },
  rule_set_version: {
    state: 'rule_set_state',
    columns: ['code', 'title', 'effective_year', 'content', 'sources', 'editors', 'published_at', 'published_by'],
  },
  case_file: { state: 'case_state', columns: ['answer', 'outcome', 'due_on', 'due_provisional'] },
  roster: { state: 'roster_state', columns: ['row_count'] },
  historic_year: {
    state: 'historic_state',
    columns: ['total', 'professional', 'evidence_id', 'region_code', 'route_clause', 'entered_at', 'verified_by', 'verified_at'],
  },
} as const satisfies { readonly [T in TableName]?: { state: string; columns: readonly (keyof Tables[T])[] } }
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

/** Tables without a machine, to which an act may add rows. */
export const PLAIN_TABLES = ['publicity_item', 'year_certification', 'notification', 'outbox', 'job', 'evidence', 'roster_row'] as const
export type PlainTable = (typeof PLAIN_TABLES)[number]

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
