import 'server-only'
import { tokenOf } from '@/lib/oauth/flow-tokens'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import { writeAudit } from '../audit'
import { database } from '../database'
import { readFlow } from './flows'

/** The secrets of a flow of this user, written down as an act of theirs. */
export async function revealFlow(userId: string, id: string): Promise<RevealedFlow | undefined> {
  const kept = await readFlow(userId, id)
  if (!kept) return undefined
  const prisma = await database()
  const { host } = URL.canParse(kept.flow.settings.tokenUrl) ? new URL(kept.flow.settings.tokenUrl) : { host: '' }
  await writeAudit(prisma, { userId, action: 'oauth.reveal', detail: { flow: id, host } })
  const current = tokenOf(kept.flow)
  return {
    clientSecret: kept.flow.clientSecret,
    accessToken: current?.token.accessToken,
    refreshToken: current?.refreshToken,
    idToken: current?.token.idToken,
    exchanges: kept.flow.exchanges.map(({ at, request, answer }) => ({
      at,
      request: { url: request.url, headers: request.headers, body: request.body },
      answer: answer && { headers: answer.headers, body: answer.body },
    })),
  }
}
