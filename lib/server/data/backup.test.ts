import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { database, openEmbedded } from '../database'
import { migrate, ownMigrations, type Connection } from '../migrate'
import { loadProject } from '../projects'
import { userOfSession } from '../sessions'
import { checkBackup, readBackup, writeBackup } from './backup-file'
import { connectEmbedded } from './connection'
import { answerControl } from './control'
import { makeDatabase } from './make-database'
import type { Entries } from './entries'
import { passingTables } from './passing-tables'
import { readDatabase } from './read-database'
import { sumsOf } from './sums'
import { addLaterTable, contentFiles, oddText, writeContent } from './test-content'

const kept = vi.hoisted(() => ({ session: 's'.repeat(32), encryption: 'k'.repeat(32), dataFolder: '' }))
vi.mock('../keys', () => ({ keys: () => kept }))
vi.mock('../environment', () => ({ environment: () => kept }))

const now = new Date('2026-11-26T12:00:00Z')
const root = mkdtempSync(join(tmpdir(), 'plugwright-backup-'))
const source = join(root, 'source')
const file = join(root, 'good.backup')
let ids = { projectId: '', sessionId: '', flowId: '' }

async function on<T>(folder: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connectEmbedded(folder)
  return work(connection).finally(connection.close)
}
async function userIdIn(connection: Connection): Promise<string> {
  const [row] = z.array(z.object({ id: z.string() })).parse(await connection.query('SELECT id FROM "User"', []))
  return row?.id ?? ''
}
async function closeDatabase(): Promise<void> {
  await (await globalThis.plugwrightDatabase)?.close()
  globalThis.plugwrightDatabase = undefined
}
async function restore(from: string, name: string, replace = false) {
  const folder = join(root, name)
  await mkdir(folder, { recursive: true })
  const { migrations } = await checkBackup(from)
  return { folder, ...(await makeDatabase(folder, { migrations, entries: readBackup(from) }, { replace, now })) }
}

beforeAll(async () => {
  await mkdir(source)
  globalThis.plugwrightDatabase = openEmbedded(join(source, 'database'))
  ids = await writeContent()
  await closeDatabase()
  await on(join(source, 'database'), (connection) => writeBackup(file, readDatabase(connection), now))
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a backup', { timeout: 120_000 }, () => {
  it('gives everything back: projects byte for byte, sessions, sign-ins', async () => {
    const before = await on(join(source, 'database'), sumsOf)
    const { folder, sums } = await restore(file, 'restored')
    expect(sums).toEqual(before)
    expect(readdirSync(folder)).toEqual(['database'])
    globalThis.plugwrightDatabase = openEmbedded(join(folder, 'database'))
    const loaded = await loadProject(ids.projectId, 'own')
    expect([...(loaded?.files ?? [])]).toEqual([...contentFiles, ['more.txt', oddText]])
    expect(await userOfSession(ids.sessionId)).toMatchObject({ email: 'ada@example.com' })
    await closeDatabase()
  })

  it('is for its owner only, and leaves nothing half-written where it fails', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const failing = join(root, 'failing.backup')
    const entries = async function* () {
      yield { entry: 'start' as const, migrations: [] }
      await Promise.reject(new Error('The connection was lost.'))
    }
    await expect(writeBackup(failing, entries(), now)).rejects.toThrow('The connection was lost.')
    expect(readdirSync(root).filter((name) => name.startsWith('failing'))).toEqual([])
  })

  it('holds nothing of what must be gone in an hour', () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    const held = Array.from(text.matchAll(/"table":"(\w+)"/g), ([, table]) => table)
    expect(held).toContain('Session')
    expect([...passingTables].filter((table) => text.includes(table))).toEqual([])
  })

  it('of a version that put sign-ins of the playground into it is restored without them', async () => {
    const older = join(root, 'with-flows.backup')
    const row = { id: ids.flowId, sealed: 'eA==', createdAt: 'now', expiresAt: 'infinity', busyUntil: null }
    const { sessionId } = ids
    const entries = async function* (connection: Connection): Entries {
      for await (const entry of readDatabase(connection)) {
        if (entry.entry !== 'end') yield entry
        else {
          yield { entry: 'rows', table: 'OAuthFlow', rows: [{ ...row, sessionId, userId: await userIdIn(connection) }] }
          yield { ...entry, sums: { ...entry.sums, OAuthFlow: { rows: 1, sha256: 'a' } } }
        }
      }
    }
    await on(join(source, 'database'), (connection) => writeBackup(older, entries(connection), now))
    const { folder } = await restore(older, 'without-flows')
    const rows = await on(join(folder, 'database'), (connection) =>
      connection.query('SELECT count(*)::int FROM "OAuthFlow"', []),
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  it('of an older version is brought up to date', async () => {
    const [first] = ownMigrations()
    const [old, older] = [join(root, 'old'), join(root, 'older.backup')]
    await mkdir(old)
    await on(old, async (connection) => {
      await migrate(connection, undefined, new Set([first?.name ?? '']))
      await connection.run(`INSERT INTO "SignInTry" VALUES ('k', 3, now())`)
      await writeBackup(older, readDatabase(connection), now)
    })
    const { folder } = await restore(older, 'up-to-date')
    const rows = await on(join(folder, 'database'), (connection) =>
      connection.query('SELECT count FROM "RateCount"', []),
    )
    expect(rows).toEqual([{ count: 3 }])
  })

  it('of a newer version, or with a table that is not ours, is refused', async () => {
    const copy = join(root, 'newer')
    await cp(join(source, 'database'), copy, { recursive: true })
    await on(copy, async (connection) => {
      await addLaterTable(connection, true)
      await writeBackup(join(root, 'later.backup'), readDatabase(connection), now)
      await connection.run(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2099_x', now())`,
      )
      await writeBackup(join(root, 'newer.backup'), readDatabase(connection), now)
    })
    await expect(restore(join(root, 'newer.backup'), 'refused')).rejects.toThrow('made by a newer Plugwright')
    await expect(restore(join(root, 'later.backup'), 'refused')).rejects.toThrow('no table Later table')
    expect(existsSync(join(root, 'refused/database'))).toBe(false)
  })

  it('takes the place of a database only when told to, and keeps that one', async () => {
    const folder = join(root, 'replaced')
    await cp(source, folder, { recursive: true })
    await on(join(folder, 'database'), (connection) => connection.run('UPDATE "User" SET name = $$Eve$$'))
    await expect(restore(file, 'replaced')).rejects.toThrow('has a database already. Say --replace')
    const { keptAs } = await restore(file, 'replaced', true)
    expect(keptAs).toBe(join(folder, 'database.before-2026-11-26T12-00-00-000Z'))
    const name = (place: string) => on(place, (connection) => connection.query('SELECT name FROM "User"', []))
    expect(await name(keptAs ?? '')).toEqual([{ name: 'Eve' }])
    expect(await name(join(folder, 'database'))).toEqual([{ name: oddText }])
  })

  it('that was killed between the last two steps is in its place after the next start', async () => {
    const folder = join(root, 'killed')
    await cp(source, folder, { recursive: true })
    await rename(join(folder, 'database'), join(folder, 'database.made'))
    globalThis.plugwrightDatabase = openEmbedded(join(folder, 'database'))
    expect(await (await database()).user.count()).toBe(1)
    await closeDatabase()
    expect(readdirSync(folder)).toEqual(['database'])
  })
})

describe('a file that is no whole backup is refused with a sentence:', () => {
  const bytes = () => readFileSync(file)
  const lines = () => gunzipSync(bytes()).toString('utf8').trimEnd().split('\n')
  const packed = (changed: string[]) => gzipSync(`${changed.join('\n')}\n`)
  const flipped = (at: number) =>
    bytes().map((byte, index) => (index === Math.floor(at * bytes().length) ? byte ^ 4 : byte))

  it.each([
    ['empty', () => Buffer.alloc(0), 'is not a backup of Plugwright'],
    ['a text', () => Buffer.from('CREATE TABLE'), 'is not a backup of Plugwright'],
    ['other gzipped lines', () => packed(['{"a":1}', '{"b":2}']), 'is not a backup of Plugwright'],
    [
      'a later format',
      () => packed(['{"plugwright":"backup","format":2,"made":"x"}', ...lines().slice(1)]),
      'is not a backup of Plugwright',
    ],
    ['cut', () => bytes().subarray(0, bytes().length - 500), 'is damaged'],
    ['without its last line', () => packed(lines().slice(0, -1)), 'is damaged'],
    ['without a line', () => packed(lines().toSpliced(3, 1)), 'is damaged'],
    ['a changed value', () => packed(lines().map((line) => line.replace('ada@example', 'eve@example'))), 'is damaged'],
    ['a changed bit in the middle', () => flipped(0.5), 'is damaged'],
    ['a changed bit near the end', () => flipped(0.97), 'is damaged'],
  ])('%s', async (name, make, sentence) => {
    const bad = join(root, `bad ${name}`)
    writeFileSync(bad, make())
    await expect(checkBackup(bad)).rejects.toThrow(sentence)
  })

  it('one that is not there', async () => {
    await expect(checkBackup(join(root, 'nothing'))).rejects.toThrow('There is no file')
  })
})

describe('a copy of the running database', { timeout: 120_000 }, () => {
  it('holds whole transactions only, while others go on', async () => {
    kept.dataFolder = join(root, 'running')
    await cp(source, kept.dataFolder, { recursive: true })
    globalThis.plugwrightDatabase = openEmbedded(join(kept.dataFolder, 'database'))
    const prisma = await database()
    let [pairs, stop] = [0, false]
    const writing = (async () => {
      for (; !stop; pairs += 1) {
        await prisma.$transaction(async (tx) => {
          await tx.user.create({ data: { name: `a${pairs}` } })
          await tx.user.create({ data: { name: `b${pairs}` } })
        })
        await new Promise(setImmediate) // the embedded database answers without the event loop: nobody else would have a turn
      }
    })()
    for (const name of ['database.copy-1', 'database.copy-2']) {
      const acknowledged = pairs
      expect(await answerControl({ ask: 'copy', name })).toEqual({ text: name })
      const rows = await on(join(kept.dataFolder, name), (connection) =>
        connection.query(
          `SELECT count(*) FILTER (WHERE name LIKE 'a%')::int AS a, count(*) FILTER (WHERE name LIKE 'b%')::int AS b FROM "User"`,
          [],
        ),
      )
      const [{ a, b }] = rows as [{ a: number; b: number }]
      expect(a).toBe(b)
      expect(a).toBeGreaterThanOrEqual(acknowledged)
    }
    stop = true
    await writing
    expect(pairs).toBeGreaterThan(0)
    await closeDatabase()
  })

  it('goes nowhere else, and is not to be had on PostgreSQL', async () => {
    expect(await answerControl({ ask: 'copy', name: '../elsewhere' })).toHaveProperty('problem')
    globalThis.plugwrightDatabase = undefined
    expect(await answerControl({ ask: 'copy', name: 'database.copy-3' })).toHaveProperty(
      'problem',
      expect.stringContaining('on PostgreSQL'),
    )
  })
})

it('no table with something sealed goes into a copy', async () => {
  const rows = await on(join(source, 'database'), (connection) =>
    connection.query(
      `SELECT table_name AS name FROM information_schema.columns WHERE column_name LIKE 'sealed%' ORDER BY 1`,
      [],
    ),
  )
  expect(rows).toEqual([{ name: 'OAuthFlow' }, { name: 'PracticeRecord' }])
  expect([...passingTables]).toEqual(expect.arrayContaining(['OAuthFlow', 'PracticeRecord']))
})
