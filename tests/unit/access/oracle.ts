import type { Target } from '@/lib/access/target'
import type { Actor } from '@/lib/access/types'

/**
 * A second reading of product.md, "People and their reach", role by role. It shares no table and no function with lib/access:
 * who may do what is written here as sentences for each role, not as a matrix.
 */

const words = (text: string) => text.trim().split(/\s+/)

const ANYONE = words('publicity_see objection_raise objection_appeal')

const PERSON = words(`
  record_see record_create record_edit record_submit record_withdraw record_disown record_escalate record_appeal
  year_see year_choose year_request year_withdraw year_reopen certificate_see certificate_print
  person_see person_edit_contact person_reveal_number filing_enter case_see case_raise case_close
  historic_see historic_enter`)

const EMPLOYER_OF_ITS_OWN = words(`
  record_see record_create record_import record_review record_return record_reject record_publicize record_take_out record_confirm
  batch_see batch_open batch_confirm batch_cancel objection_see objection_decide
  year_see year_request year_withdraw certificate_see person_see organization_see organization_set_publicity
  filing_see filing_submit filing_enter roster_report case_see case_answer figures_see`)
const PROVIDER_OF_ITS_OWN = words('record_create organization_see filing_see filing_submit filing_enter roster_report case_see case_answer')
const AUTHORITY_IN_ITS_FIELD = words(
  'record_see year_see year_authority_review year_return person_see organization_see filing_see filing_approve figures_see',
)
const BUREAU_SEES = words(`
  record_see batch_see objection_see appeal_see year_see certificate_see historic_see person_see organization_see filing_see case_see figures_see`)
const BUREAU_DECIDES = words(`
  record_create record_review record_return record_reject record_publicize record_take_out record_confirm
  record_verify record_reopen record_correct record_revoke batch_open batch_confirm batch_cancel objection_decide
  year_certify year_return year_revoke year_reopen historic_verify certificate_print person_reveal_number
  filing_submit filing_enter filing_approve filing_verify case_answer case_close`)
const ADMINISTRATOR = words(`
  person_see person_edit person_edit_contact person_reveal_number organization_see organization_edit organization_set_publicity
  role_grant settings_edit platform_edit calendar_edit rules_edit rules_publish figures_see`)
const AUDITOR_READS = words(`
  record_see batch_see objection_see appeal_see year_see certificate_see historic_see person_see organization_see filing_see case_see figures_see audit_see`)
/** What somebody entered for another may still be worked on by them until it is handed in. */
const OF_WHAT_THEY_ENTERED = words('record_edit record_submit')

/** Decisions on a person: never on oneself. */
const ON_SOMEONE = words(`
  record_import record_review record_return record_reject record_publicize record_take_out record_confirm record_verify record_reopen
  record_correct record_revoke objection_decide appeal_decide year_authority_review year_certify year_return year_revoke historic_verify case_answer
  role_grant`)
/** The second pair of eyes. */
const ON_OWN_ENTRY = words('record_verify filing_approve filing_verify objection_decide rules_publish')

export const KNOWN_ACTIONS = [
  ...new Set([
    ...ANYONE,
    ...PERSON,
    ...EMPLOYER_OF_ITS_OWN,
    ...PROVIDER_OF_ITS_OWN,
    ...AUTHORITY_IN_ITS_FIELD,
    ...BUREAU_SEES,
    ...BUREAU_DECIDES,
    ...ADMINISTRATOR,
    ...AUDITOR_READS,
    'appeal_decide',
  ]),
].sort()

const FUYANG = ['341202', '341203', '341204', '341221', '341222', '341225', '341226', '341282', '341200']

export function mayByTheBook(actor: Actor, action: string, thing: Target): boolean {
  const mine = Boolean(actor.personId) && actor.personId === thing.personId
  const enteredByMe = Boolean(actor.accountId) && actor.accountId === thing.enteredBy
  if (mine && ON_SOMEONE.includes(action)) return false
  if (enteredByMe && ON_OWN_ENTRY.includes(action)) return false
  const hidden = thing.unsubmitted === true && action.startsWith('record') && action !== 'record_create'
  if (hidden && !mine && !enteredByMe) return false
  if (ANYONE.includes(action) && (thing.isPublic || thing.actorIsStaff)) return true

  const myHouse = Boolean(actor.organizationId) && actor.organizationId === thing.organizationId
  const myField = Boolean(actor.organizationId) && actor.organizationId === thing.authorityId
  // a municipal unit's things are the city's, wherever the unit lies
  const home = thing.unitLevel === 'municipal' ? '341200' : thing.regionCode
  const myOffice = Boolean(home) && home === actor.regionCode
  const inTheCity = actor.regionCode === '341200' && FUYANG.includes(home ?? '')
  const enters = OF_WHAT_THEY_ENTERED.includes(action) && enteredByMe

  switch (actor.role) {
    case 'practitioner':
      return mine && PERSON.includes(action)
    case 'employer_officer':
      return enters || (myHouse && EMPLOYER_OF_ITS_OWN.includes(action))
    case 'provider_officer':
      return enters || (myHouse && PROVIDER_OF_ITS_OWN.includes(action)) || (action === 'record_see' && enteredByMe)
    case 'authority_reviewer':
      return myField && AUTHORITY_IN_ITS_FIELD.includes(action)
    case 'county_reviewer':
    case 'city_reviewer': {
      if (action === 'appeal_decide') return thing.decidedBy === 'employer' ? myOffice : thing.decidedBy === 'county' && inTheCity
      if (action === 'year_reopen' && mine) return false
      return enters || (BUREAU_DECIDES.includes(action) && myOffice) || (BUREAU_SEES.includes(action) && (myOffice || inTheCity))
    }
    case 'leader':
      return action === 'figures_see' && (myOffice || inTheCity)
    case 'administrator':
      return ADMINISTRATOR.includes(action)
    case 'auditor':
      return AUDITOR_READS.includes(action)
    case 'visitor':
      return false
  }
}
