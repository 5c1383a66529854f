import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { database, openEmbedded } from './database'

describe('the embedded database', { timeout: 120_000 }, () => {
  it('keeps what was written when it is opened again', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'plugwright-database-')), 'database')
    const first = await openEmbedded(folder)
    await first.prisma.user.create({ data: { name: 'Ada' } })
    await first.close()
    const second = await openEmbedded(folder)
    expect(await second.prisma.user.findMany()).toMatchObject([{ name: 'Ada' }])
    await second.close()
  })

  it('is made anew where a process was killed while it made it', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'plugwright-database-')), 'database')
    mkdirSync(`${folder}.new/base`, { recursive: true })
    writeFileSync(`${folder}.new/PG_VERSION`, '18')
    const opened = await openEmbedded(folder)
    expect(await opened.prisma.user.count()).toBe(0)
    expect(existsSync(`${folder}.new`)).toBe(false)
    await opened.close()
  })
})

describe('the database of the process', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is never opened by a build, and can be opened after that failed', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    await expect(database()).rejects.toThrow('The build must not open the database')
    expect(globalThis.plugwrightDatabase).toBeUndefined()
  })
})
