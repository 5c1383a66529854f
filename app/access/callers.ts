import type { Role } from '@/lib/generated/prisma/enums'

/**
 * What a caller must be: a role in the project of the scene, `download` of it, `self` whoever the thing belongs to, `link` whoever came by one,
 * `account` anybody with one, guests too, `registered` no guests, `anybody` visitors as well, `team:…` a role in the team that has the project.
 */
export type Need = Role | `team:${Role}` | 'download' | 'link' | 'self' | 'account' | 'registered' | 'anybody'

/** Somebody who asks, as the tests make them. */
export interface Caller {
  name: string
  /** How the role comes to them. */
  by: 'visitor' | 'none' | 'own' | 'team' | 'link'
  role?: Role
  download?: boolean
}

/** One of each, by each way to a project. */
export const callers: readonly Caller[] = [
  { name: 'a visitor', by: 'visitor' },
  { name: 'a stranger', by: 'none' },
  { name: 'a member who may view', by: 'own', role: 'view', download: true },
  { name: 'a member who may comment', by: 'own', role: 'comment', download: true },
  { name: 'a member who may edit', by: 'own', role: 'edit', download: true },
  { name: 'the owner', by: 'own', role: 'own', download: true },
  { name: 'a teammate who may view', by: 'team', role: 'view', download: true },
  { name: 'a teammate who may comment', by: 'team', role: 'comment', download: true },
  { name: 'a teammate who may edit', by: 'team', role: 'edit', download: true },
  { name: 'an owner of the team', by: 'team', role: 'own', download: true },
  { name: 'a guest who may look, not download', by: 'link', role: 'view', download: false },
  { name: 'a guest who may view', by: 'link', role: 'view', download: true },
  { name: 'a guest who may comment', by: 'link', role: 'comment', download: true },
  { name: 'a guest who may edit', by: 'link', role: 'edit', download: true },
  { name: 'a guest of a link that was revoked', by: 'none' },
  { name: 'a guest of a link that expired', by: 'none' },
]

const ranks: Readonly<Record<Role, number>> = { view: 0, comment: 1, edit: 2, own: 3 }

/** What the table says: whether this caller may do what needs that. */
export function mayDo(caller: Caller, need: Need): boolean {
  if (need === 'anybody') return true
  if (caller.by === 'visitor') return false
  if (need === 'account') return true
  if (need === 'registered') return !isGuest(caller)
  if (need === 'self') return caller.name === 'the owner'
  if (need === 'link') return caller.by === 'link'
  if (need === 'download') return caller.download === true
  if (caller.role === undefined) return false
  const inTeam = need.startsWith('team:')
  const rank = Object.entries(ranks).find(([role]) => role === need.replace('team:', ''))?.[1] ?? Infinity
  return (!inTeam || caller.by === 'team') && ranks[caller.role] >= rank
}

/** Whether the account of a caller is a guest's: those who came by a link. */
export function isGuest({ name }: Caller): boolean {
  return name.startsWith('a guest')
}
