import { type Action, permissionScopeOf } from './permissions'
import { CITY } from './regions'
import type { Actor, Role } from './types'

/**
 * Which rows a list may show; lib/server/<domain>/scope.ts turns it into a query condition.
 * region: rows of this bureau alone — for a county its rows that are not municipal, for the city (341200) municipal rows and those routed
 * to it. city: rows of the city and all its counties. appeals: decisions of the level below. public: what is open to everyone.
 */
export type AccessScope =
  | { kind: 'none' }
  | { kind: 'self'; personId: string }
  | { kind: 'organization'; organizationId: string }
  | { kind: 'authority'; authorityId: string }
  | { kind: 'entered'; accountId: string }
  | { kind: 'region'; regionCode: string }
  | { kind: 'appeals'; regionCode: string }
  | { kind: 'city'; regionCode: string }
  | { kind: 'public' }
  | { kind: 'all' }

const NONE: AccessScope = { kind: 'none' }

/** The access scope of the actor's permission; `none` where the role lacks it, or the actor lacks the id that the scope compares with. */
export function accessScopeOf(actor: Actor, action: Action): AccessScope {
  const { personId, accountId, organizationId, regionCode } = actor
  switch (permissionScopeOf(actor.role, action)) {
    case null:
      return NONE
    case 'all':
      return { kind: 'all' }
    case 'public':
      return { kind: 'public' }
    case 'self':
      return personId === null ? NONE : { kind: 'self', personId }
    case 'organization':
      return organizationId === null ? NONE : { kind: 'organization', organizationId }
    case 'authority':
      return organizationId === null ? NONE : { kind: 'authority', authorityId: organizationId }
    case 'entered':
      return accountId === null ? NONE : { kind: 'entered', accountId }
    case 'office':
      return regionCode === null ? NONE : { kind: 'region', regionCode }
    case 'appeals':
      return regionCode === null ? NONE : { kind: 'appeals', regionCode }
    case 'territory':
      return regionCode === null ? NONE : { kind: regionCode === CITY ? 'city' : 'region', regionCode }
  }
}

/** Whether the actor may take the action on at least some target: for pages and menus, where no target is known yet. */
export function hasAnyPermission(actor: Actor, action: Action): boolean {
  return accessScopeOf(actor, action).kind !== 'none'
}

/** Whether the actor's lists of records include drafts. Only practitioners see theirs; other lists hold submitted records alone. */
export function seesUnsubmitted(actor: Actor): boolean {
  return actor.role === 'practitioner'
}

/** Whether the role sees people's names in full. The auditor and visitors see them masked, the leader sees figures only. */
export function seesNames(role: Role): boolean {
  return role !== 'auditor' && role !== 'leader' && role !== 'visitor'
}
