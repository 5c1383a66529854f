'use server'

import { headers } from 'next/headers'
import { object, string } from 'zod'
import { requireUser } from '@/lib/server/access'
import * as deletion from '@/lib/server/account/delete-account'
import * as profile from '@/lib/server/account/profile'
import { networkAddress } from '@/lib/server/network-address'
import { readGiven } from '@/lib/server/read-given'
import { sessionIdOfRequest } from '@/lib/server/session-cookie'
import * as sessions from '@/lib/server/sessions'

const password = string().max(2_000)

/** Signs a browser of the same person out. False when the session cannot be one. */
export async function endSession(given: unknown) {
  // nothing at all would name every session
  const id = readGiven(string().max(100), given)
  if (id === undefined) return false
  const user = await requireUser()
  await sessions.endSession(user.id, id)
  return true
}

/** Signs every other browser of the same person out. */
export async function endOtherSessions() {
  const user = await requireUser()
  await sessions.endOtherSessions(user.id, (await sessionIdOfRequest()) ?? '')
  return { ok: true as const }
}

export async function renameUser(given: unknown) {
  const read = readGiven(object({ name: string().trim().min(1).max(100) }), given)
  return read ? profile.renameUser(await requireUser(), read.name) : false
}

export async function changeEmail(given: unknown) {
  const read = readGiven(object({ email: string().max(300), password }), given)
  if (!read) return false
  return profile.changeEmail(await requireUser(), read.email, read.password, await sender())
}

export async function addPassword(given: unknown) {
  const read = readGiven(object({ email: string().max(300), password }), given)
  if (!read) return false
  return profile.addPassword(await requireUser(), read, await sender())
}

export async function changePassword(given: unknown) {
  const read = readGiven(object({ old: password, password }), given)
  if (!read) return false
  return profile.changePassword(await requireUser(), await sessionIdOfRequest(), read, await sender())
}

export async function deleteAccount(given: unknown) {
  const read = readGiven(object({ proof: password }), given)
  if (!read) return false
  return deletion.deleteAccount(await requireUser(), read.proof, await sender())
}

async function sender(): Promise<string> {
  return networkAddress(await headers())
}
