'use server'

import { headers } from 'next/headers'
import { object, string } from 'zod'
import { currentUser, requireUser } from '@/lib/server/access'
import { networkAddress } from '@/lib/server/network-address'
import { readGiven } from '@/lib/server/read-given'
import * as invitations from '@/lib/server/teams/invitations'

const tokenSchema = object({ token: string().min(1).max(100) })

/** What an invitation says, to whoever holds its token. */
export async function readInvitation(given: unknown) {
  const read = readGiven(tokenSchema, given)
  if (!read) return false
  return invitations.readInvitation(read.token, await currentUser(), networkAddress(await headers()))
}

/** Joins the team of an invitation. */
export async function acceptInvitation(given: unknown) {
  const read = readGiven(tokenSchema, given)
  if (!read) return false
  return invitations.acceptInvitation(await requireUser(), read.token, networkAddress(await headers()))
}
