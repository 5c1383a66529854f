import 'server-only'
import { createHash } from 'node:crypto'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import { database } from '../database'
import { seal, unseal } from '../seal'

const hashOf = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex')

/** What oidc-provider keeps of one model, in our database (its documentation: `docs/README.md#adapter`). */
export class PracticeRecords implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const prisma = await database()
    const key = hashOf(this.model, id)
    const record = {
      sealed: seal(key, payload),
      grant: payload.grantId === undefined ? null : hashOf('grant', payload.grantId),
      uid: payload.uid === undefined ? null : hashOf(this.model, 'uid', payload.uid),
      expiresAt: Number.isFinite(expiresIn) ? new Date(Date.now() + expiresIn * 1000) : null,
    }
    await prisma.practiceRecord.upsert({ where: { key }, create: { key, ...record }, update: record })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.read({ key: hashOf(this.model, id) })
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.read({ uid: hashOf(this.model, 'uid', uid) })
  }

  /** Of the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {}

  /** Marks a code or a refresh token as used; of two at once one is refused. */
  async consume(id: string): Promise<void> {
    const prisma = await database()
    const key = hashOf(this.model, id)
    const row = await prisma.practiceRecord.findUnique({ where: { key } })
    const payload = row && payloadOf(row)
    const consumed = Math.floor(Date.now() / 1000)
    const { count } =
      row && payload && !payload.consumed
        ? await prisma.practiceRecord.updateMany({
            where: { key, sealed: row.sealed },
            data: { sealed: seal(key, { ...payload, consumed }) },
          })
        : { count: 0 }
    if (count > 0) return
    const { errors } = await import('oidc-provider')
    throw new errors.InvalidGrant('it was used at the same moment')
  }

  async destroy(id: string): Promise<void> {
    const prisma = await database()
    await prisma.practiceRecord.deleteMany({ where: { key: hashOf(this.model, id) } })
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const prisma = await database()
    await prisma.practiceRecord.deleteMany({ where: { grant: hashOf('grant', grantId) } })
  }

  private async read(where: { key: string } | { uid: string }): Promise<AdapterPayload | undefined> {
    const prisma = await database()
    const row = await prisma.practiceRecord.findFirst({ where })
    if (!row || (row.expiresAt && row.expiresAt < new Date())) return undefined
    return payloadOf(row)
  }
}

function payloadOf({ key, sealed }: { key: string; sealed: Uint8Array }): AdapterPayload | undefined {
  const payload = unseal(key, sealed)
  return typeof payload === 'object' && payload !== null ? { ...payload } : undefined
}

/** Removes what is over. */
export async function removeExpiredRecords(): Promise<void> {
  const prisma = await database()
  await prisma.practiceRecord.deleteMany({ where: { expiresAt: { lte: new Date() } } })
}
