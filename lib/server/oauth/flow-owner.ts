import 'server-only'
import { redirect } from 'next/navigation'
import { requireUser } from '../access'
import { sessionIdOfRequest } from '../session-cookie'
import type { FlowOwner } from './flows'

/** Whose flows the sender of this request may touch: their own. */
export async function requireFlowOwner(): Promise<FlowOwner> {
  const { id: userId } = await requireUser()
  const sessionId = await sessionIdOfRequest()
  return sessionId === undefined ? redirect('/sign-in') : { userId, sessionId }
}
