import { type Action, NEVER_ON_ONESELF, NEVER_ON_OWN_ENTRY, type PermissionScope, permissionScopeOf } from './permissions'
import { CITY, isWithin, officeRegion } from './regions'
import type { Target } from './target'
import type { Actor } from './types'

/**
 * Whether the actor may perform the action on the target: the role holds the permission, its scope covers the target, and the action
 * is neither a decision on the actor's own matter nor a verification of the actor's own entry. An attribute that the target leaves out
 * grants nothing. The target's state is not looked at: that is lib/workflow's part.
 */
export function can(actor: Actor, action: Action, target: Target): boolean {
  const scope = permissionScopeOf(actor.role, action)
  if (scope === null || !isInScope(scope, actor, target)) return false
  const isOwn = isSelf(actor, target)
  if (isOwn && isForbiddenOnOneself(action, scope)) return false
  if (enteredByActor(actor, target) && NEVER_ON_OWN_ENTRY.has(action)) return false
  return !target.unsubmitted || !isAboutRecord(action) || isOwn || enteredByActor(actor, target)
}

/** People may reopen their own revoked year; a bureau reviewer who reopens a year takes a decision, so not on their own. */
function isForbiddenOnOneself(action: Action, scope: PermissionScope): boolean {
  return NEVER_ON_ONESELF.has(action) || (scope === 'office' && action === 'year_reopen')
}

/** Whether the target belongs to the actor as a person, whichever role they act in. */
export function isSelf(actor: Actor, target: Target): boolean {
  return same(actor.personId, target.personId)
}

/** Whether the target was entered from the actor's account. */
export function enteredByActor(actor: Actor, target: Target): boolean {
  return same(actor.accountId, target.enteredBy)
}

function isAboutRecord(action: Action): boolean {
  return action.startsWith('record_') && action !== 'record_create'
}

function isInScope(scope: PermissionScope, actor: Actor, target: Target): boolean {
  const office = officeRegion(target)
  switch (scope) {
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

/** An employer's decision is appealed to the record's bureau, a county's to the city. */
function isLevelAbove(actor: Actor, target: Target, office: string | null): boolean {
  if (target.decidedBy === 'employer') return same(actor.regionCode, office)
  return target.decidedBy === 'county' && actor.regionCode === CITY && office !== null && isWithin(office, CITY)
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return a !== null && a !== undefined && a === b
}
