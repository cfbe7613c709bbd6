import { WORKFLOW_TABLES } from '@/lib/server/transition/tables'
import { CopyText } from './copy-text'

const workflow = (...more: string[]) => ['id', 'state', 'version', 'created_at', 'changed_at', ...more]

/** The tables that the scale data fill, with the columns that are written. */
export function scaleTables() {
  return {
    organization: new CopyText('organization', [
      ...['id', 'kind', 'name', 'region_code', 'unit_level', 'employer_kind', 'authority_id', 'publicity_in_public', 'active', 'version'],
      'created_at',
    ]),
    person: new CopyText('person', [
      ...['id', 'name', 'id_number_cipher', 'id_number_index', 'id_number_mask', 'region_code', 'ledger_version', 'version', 'created_at'],
    ]),
    account: new CopyText('account', [
      ...['id', 'login_name', 'display_name', 'person_id', 'password_hash', 'must_change', 'session_version', 'active', 'created_at'],
    ]),
    roleGrant: new CopyText('role_grant', ['id', 'account_id', 'role', 'organization_id', 'granted_at']),
    employment: new CopyText('employment', ['id', 'person_id', 'kind', 'organization_id', 'region_code', 'department', 'from_on']),
    appointment: new CopyText('appointment', ['id', 'person_id', 'title_series', 'title_level', 'title_name', 'from_on']),
    filing: new CopyText(
      'filing',
      workflow(
        'number',
        'authority_id',
        'region_code',
        'title',
        'content',
        'starts_on',
        'ends_on',
        'days',
        'outside',
        'approved_on',
        'submitted_at',
        'created_by',
        'target_group',
        'teachers',
        'place',
      ),
    ),
    record: new CopyText('hour_record', workflow('person_id', 'created_by', 'created_role', ...WORKFLOW_TABLES.hour_record.columns)),
    evidence: new CopyText('evidence', [
      ...['id', 'person_id', 'record_id', 'storage_key', 'file_name', 'media_type', 'bytes', 'sha256', 'uploaded_by', 'uploaded_at'],
    ]),
    batch: new CopyText(
      'publicity_batch',
      workflow('organization_id', 'year', 'by_bureau', 'contact', 'created_by', ...WORKFLOW_TABLES.publicity_batch.columns),
    ),
    item: new CopyText('publicity_item', [
      ...['id', 'batch_id', 'record_id', 'position', 'masked_name', 'department', 'title', 'category', 'subject', 'hours'],
    ]),
    year: new CopyText('year', workflow('person_id', 'year', ...WORKFLOW_TABLES.year.columns)),
    certification: new CopyText('year_certification', [
      'id',
      'year_id',
      'certified_by',
      'bureau_id',
      'certified_at',
      'confirmed',
      'reason',
    ]),
    certificate: new CopyText('certificate', [
      ...['id', 'kind', 'person_id', 'year_id', 'state', 'version', 'number', 'code', 'content', 'jws', 'issued_at', 'changed_at'],
    ]),
    event: new CopyText('event', [
      ...['id', 'stream', 'stream_id', 'event', 'from_state', 'to_state', 'at', 'actor_id', 'actor_role', 'office_id', 'reason', 'data'],
    ]),
  }
}

export type ScaleTables = ReturnType<typeof scaleTables>
