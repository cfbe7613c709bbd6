import { type Action, NEVER_ON_ONESELF, NEVER_ON_OWN_ENTRY, type PermissionScope, permissionScopeOf } from './permissions'
import { CITY, isWithin, officeRegion } from './regions'
import type { Target } from './target'
import type { Actor } from './types'

/**
 * Whether the actor may do this with this thing: the role's permission, its reach, and never on one's own where it is a decision.
 * Whether the thing's state allows it just now is asked of lib/workflow.
 */
export function can(actor: Actor, action: Action, target: Target): boolean {
  const extent = permissionScopeOf(actor.role, action)
  if (extent === null || !isReached(extent, actor, target)) return false
  const own = isSelf(actor, target)
  if (own && isForbiddenOnOneself(action, extent)) return false
  if (enteredByActor(actor, target) && NEVER_ON_OWN_ENTRY.has(action)) return false
  return !target.unsubmitted || !isAboutRecord(action) || own || enteredByActor(actor, target)
}

/** Reopening one's own revoked year is the person's; in a bureau's hands it is a decision like the others. */
function isForbiddenOnOneself(action: Action, extent: PermissionScope): boolean {
  return NEVER_ON_ONESELF.has(action) || (extent === 'office' && action === 'year_reopen')
}

/** Whether the thing is the actor's own, in whatever role they act. */
export function isSelf(actor: Actor, target: Target): boolean {
  return same(actor.personId, target.personId)
}

/** Whether the actor's account entered it. */
export function enteredByActor(actor: Actor, target: Target): boolean {
  return same(actor.accountId, target.enteredBy)
}

function isAboutRecord(action: Action): boolean {
  return action.startsWith('record_') && action !== 'record_create'
}

function isReached(extent: PermissionScope, actor: Actor, target: Target): boolean {
  const office = officeRegion(target)
  switch (extent) {
    case 'all':
      return true
    case 'public':
      return target.isPublic === true || target.actorIsStaff === true
    case 'self':
      return isSelf(actor, target)
    case 'organization':
      return same(actor.organizationId, target.organizationId)
    case 'authority':
      return same(actor.organizationId, target.authorityId)
    case 'entered':
      return enteredByActor(actor, target)
    case 'office':
      return same(actor.regionCode, office)
    case 'territory':
      return office !== null && actor.regionCode !== null && isWithin(office, actor.regionCode)
    case 'appeals':
      return isLevelAbove(actor, target, office)
  }
}

/** Against an employer the bureau of the record, against a county the city. */
function isLevelAbove(actor: Actor, target: Target, office: string | null): boolean {
  if (target.decidedBy === 'employer') return same(actor.regionCode, office)
  return target.decidedBy === 'county' && actor.regionCode === CITY && office !== null && isWithin(office, CITY)
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return a !== null && a !== undefined && a === b
}
