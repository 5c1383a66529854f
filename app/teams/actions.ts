'use server'

import { headers } from 'next/headers'
import { enum as choice, int, nullable, object, optional, string } from 'zod'
import * as access from '@/lib/server/access'
import { emailFrom } from '@/lib/server/accounts'
import { environment } from '@/lib/server/environment'
import { mailIsSet } from '@/lib/server/mail'
import { countRate, rateKey } from '@/lib/server/rate'
import { readGiven } from '@/lib/server/read-given'
import * as deletion from '@/lib/server/teams/delete-team'
import * as invitations from '@/lib/server/teams/invitations'
import { mailInvitation } from '@/lib/server/teams/mail-invitation'
import * as members from '@/lib/server/teams/members'
import * as projects from '@/lib/server/teams/move-project'
import * as teams from '@/lib/server/teams/teams'
import { ownOrigin } from '@/lib/server/own-origin'

const id = string().max(100)
const name = string().trim().min(1).max(100)
const role = choice(['view', 'comment', 'edit', 'own'])

/** A new team of the sender. */
export async function makeTeam(given: unknown) {
  const read = readGiven(object({ name }), given)
  return read ? teams.makeTeam(await access.requireUser(), read.name) : false
}

export async function renameTeam(given: unknown) {
  const read = readGiven(object({ teamId: id, name }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return teams.renameTeam(user, read.teamId, read.name)
}

export async function changeRole(given: unknown) {
  const read = readGiven(object({ teamId: id, userId: id, role }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return members.changeRole(user, read.teamId, read.userId, read.role)
}

export async function handOver(given: unknown) {
  const read = readGiven(object({ teamId: id, userId: id }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return members.handOver(user, read.teamId, read.userId)
}

export async function removeMember(given: unknown) {
  const read = readGiven(object({ teamId: id, userId: id }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return members.removeMember(user, read.teamId, read.userId)
}

export async function leaveTeam(given: unknown) {
  const read = readGiven(object({ teamId: id }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'view')
  return members.leaveTeam(user, read.teamId)
}

/** Deletes a team; `count` is how many projects the sender was told of. */
export async function deleteTeam(given: unknown) {
  const fate = choice(['keep', 'delete'])
  const read = readGiven(object({ teamId: id, fate, count: int().min(0) }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return deletion.deleteTeam(user, read.teamId, read.fate, read.count)
}

/** How many invitations somebody may have mailed in 15 minutes. */
const mostMails = 20

/** A new invitation: mailed where there is a mail server and an e-mail address, else its link is answered, with why. */
export async function invite(given: unknown) {
  const read = readGiven(object({ teamId: id, role, email: optional(string().max(300)) }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  const wanted = read.email?.trim() ?? ''
  const email = wanted === '' ? undefined : emailFrom(wanted)
  if (wanted !== '' && email === undefined)
    return { ok: false as const, reason: 'Give an e-mail address like name@example.com.' }
  const made = await invitations.invite(user, read.teamId, read.role, email)
  if (!made.ok) return made
  const link = (origin: string) => `${origin}/join#${made.token}`
  const url = link(ownOrigin(await headers()))
  if (email === undefined) return { ok: true as const, url }
  if (!mailIsSet()) return { ok: true as const, url, why: 'No mail server is set up here, so nothing was mailed.' }
  if ((await countRate(rateKey('invitation mail', user.id), 15)) > mostMails)
    return { ok: true as const, url, why: `Not mailed: ${mostMails} mails in 15 minutes are the most.` }
  const mailed = await mailInvitation(email, user.name, made.team, read.role, link(environment().origin))
  return mailed.ok ? { ok: true as const, mailed: email } : { ok: true as const, url, why: mailed.reason }
}

export async function revokeInvitation(given: unknown) {
  const read = readGiven(object({ teamId: id, invitationId: id }), given)
  if (!read) return false
  const { user } = await access.requireTeam(read.teamId, 'own')
  return invitations.revokeInvitation(user, read.teamId, read.invitationId)
}

/** Moves a project into a team, or with null out of its team to the sender. */
export async function moveProject(given: unknown) {
  const read = readGiven(object({ projectId: id, teamId: nullable(id) }), given)
  if (!read) return false
  const { user } = await access.requireAccess(read.projectId, 'own')
  return projects.moveProject(user, read.projectId, read.teamId ?? undefined)
}
