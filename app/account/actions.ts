'use server'

import { requireUser } from '@/lib/server/access'
import * as sessions from '@/lib/server/sessions'

/** Signs a browser of the same person out. */
export async function endSession(id: string): Promise<boolean> {
  const user = await requireUser()
  await sessions.endSession(user.id, id)
  return true
}
