'use server'

import { string } from 'zod'
import { requireUser } from '@/lib/server/access'
import * as sessions from '@/lib/server/sessions'

// a browser may send any value; nothing at all would name every session
const idSchema = string().max(100)

/** Signs a browser of the same person out. False when the session cannot be one. */
export async function endSession(given: string): Promise<boolean> {
  const id = idSchema.safeParse(given)
  if (!id.success) return false
  const user = await requireUser()
  await sessions.endSession(user.id, id.data)
  return true
}
