import { type Action, permissionScopeOf } from './permissions'
import { CITY } from './regions'
import type { Actor, Role } from './types'

/**
 * Which things a list may hold, for the Prisma `where` of lib/server/<domain>/scope.ts.
 * region: of this bureau alone — for a county its things that are not municipal, for the city (341200) municipal ones and those routed
 * to it. city: of the city and all its counties. public: what is open to everyone.
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

/** How far the actor's permission goes; `none` where there is none, or where the actor lacks what it goes by. */
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

/** Whether there is anything the actor may do this with: for pages and menus, before there is a thing. */
export function hasAnyPermission(actor: Actor, action: Action): boolean {
  return accessScopeOf(actor, action).kind !== 'none'
}

/** Lists of records hold drafts of the person and of whoever entered them only: everyone else's leave out what is not handed in. */
export function seesUnsubmitted(actor: Actor): boolean {
  return actor.role === 'practitioner'
}

/** Roles that read without names: the auditor sees them masked, the leader sees figures only. */
export function seesNames(role: Role): boolean {
  return role !== 'auditor' && role !== 'leader' && role !== 'visitor'
}
