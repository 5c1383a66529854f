'use server'

import { headers } from 'next/headers'
import { object, string } from 'zod'
import { networkAddress } from '@/lib/server/network-address'
import * as resets from '@/lib/server/password-reset'
import { readGiven } from '@/lib/server/read-given'

/** Has a link mailed where the e-mail address has an account. Answers the same in every case, and does not wait for the mail. */
export async function askReset(given: unknown) {
  const read = readGiven(object({ email: string().max(300) }), given)
  if (!read) return false
  await resets.askReset(read.email, networkAddress(await headers()))
  return { ok: true as const }
}

/** Sets a new password by the token of a link. */
export async function resetPassword(given: unknown) {
  const read = readGiven(object({ token: string().min(1).max(100), password: string().max(2_000) }), given)
  if (!read) return false
  return resets.resetPassword(read.token, read.password, networkAddress(await headers()))
}
