import 'server-only'
import { tokenOf } from '@/lib/oauth/flow-tokens'
import { database } from '../database'
import { readFlow } from './flows'

export interface RevealedFlow {
  clientSecret: string
  accessToken?: string
  refreshToken?: string
  idToken?: string
}

/** The secrets of a flow of this user, written down as an act of theirs. */
export async function revealFlow(userId: string, id: string): Promise<RevealedFlow | undefined> {
  const kept = await readFlow(userId, id)
  if (!kept) return undefined
  const prisma = await database()
  const { host } = URL.canParse(kept.flow.settings.tokenUrl) ? new URL(kept.flow.settings.tokenUrl) : { host: '' }
  await prisma.auditEntry.create({ data: { userId, action: 'oauth.reveal', detail: { flow: id, host } } })
  const current = tokenOf(kept.flow)
  return {
    clientSecret: kept.flow.clientSecret,
    accessToken: current?.token.accessToken,
    refreshToken: current?.refreshToken,
    idToken: current?.token.idToken,
  }
}
