import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEmbedded, openServer } from '../database'
import { migrate, ownMigrations, type Connection } from '../migrate'
import { loadProject } from '../projects'
import { userOfSession } from '../sessions'
import { describeOnPostgres } from '../test-database'
import { connectEmbedded, connectServer } from './connection'
import type { Entries } from './entries'
import { moveFromServer, moveToServer } from './move-data'
import { passingTables } from './passing-tables'
import { readDatabase } from './read-database'
import { sumsOf } from './sums'
import { addLaterTable, contentFiles, oddText, writeContent } from './test-content'
import { writeDatabase } from './write-database'

const kept = vi.hoisted(() => ({ session: 's'.repeat(32), encryption: 'k'.repeat(32) }))
vi.mock('../keys', () => ({ keys: () => kept }))

const now = new Date('2026-11-26T12:00:00Z')
const root = mkdtempSync(join(tmpdir(), 'plugwright-move-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describeOnPostgres('moving the data', (url) => {
  const source = join(root, 'source/database')
  let ids = { projectId: '', sessionId: '', flowId: '' }
  let names = 0
  let copy = ''
  let target = ''

  beforeAll(async () => {
    await mkdir(join(root, 'source'))
    globalThis.plugwrightDatabase = openEmbedded(source)
    ids = await writeContent()
    await (await globalThis.plugwrightDatabase).close()
    globalThis.plugwrightDatabase = undefined
  }, 120_000)

  beforeEach(async () => {
    names += 1
    copy = join(root, `copy-${names}`)
    await cp(source, copy, { recursive: true })
    target = await newDatabase(`target${names}`)
  })

  async function newDatabase(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: url() })
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return url().replace(/\/postgres$/, `/${name}`)
  }
  async function on<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await (address.includes('://') ? connectServer(address) : connectEmbedded(address))
    try {
      return await work(connection)
    } finally {
      await connection.close()
    }
  }

  it('gives PostgreSQL what the embedded database had, and back', { timeout: 120_000 }, async () => {
    const sums = await moveToServer(copy, target)
    expect(sums).toEqual(await on(target, sumsOf))
    expect(sums).toMatchObject({
      User: { rows: 1 },
      Revision: { rows: 2 },
      AuditEntry: { rows: 3 },
    })
    const folder = join(root, `back-${names}`)
    const made = await moveFromServer(target, folder, { replace: false, now })
    expect(made).toEqual({ sums, keptAs: undefined })
    expect(readdirSync(folder)).toEqual(['database'])
    expect(await on(join(folder, 'database'), sumsOf)).toEqual(sums)
  })

  it('leaves behind what must be gone in an hour', async () => {
    await moveToServer(copy, target)
    for (const table of passingTables) {
      const count = (connection: Connection) => connection.query(`SELECT count(*)::int FROM "${table}"`, [])
      expect(await on(copy, count)).toEqual([{ count: 1 }])
      expect(await on(target, count)).toEqual([{ count: 0 }])
    }
  })

  it('lets the app go on there: projects byte for byte, sessions, sign-ins', async () => {
    await moveToServer(copy, target)
    globalThis.plugwrightDatabase = openServer(target)
    try {
      const loaded = await loadProject(ids.projectId, 'own')
      expect([...(loaded?.files ?? [])]).toEqual([...contentFiles, ['more.txt', oddText]])
      expect(await userOfSession(ids.sessionId)).toMatchObject({ email: 'ada@example.com', name: oddText })
      const { prisma } = await globalThis.plugwrightDatabase
      await prisma.project.delete({ where: { id: ids.projectId } }) // the foreign keys are what they were
      expect(await prisma.revision.count()).toBe(0)
    } finally {
      await (await globalThis.plugwrightDatabase).close()
      globalThis.plugwrightDatabase = undefined
    }
  })

  it('finds a table and types that no code knows, and a sequence goes on counting', { timeout: 120_000 }, async () => {
    await on(copy, (connection) => addLaterTable(connection, true))
    await on(target, (connection) => migrate(connection).then(() => addLaterTable(connection, false)))
    const sums = await moveToServer(copy, target)
    expect(sums['Later table']?.rows).toBe(3)
    const added = await on(target, (connection) =>
      connection.query('INSERT INTO "Later table" (parent) VALUES (1) RETURNING id::int, double::int', []),
    )
    expect(added).toEqual([{ id: 4, double: 8 }])
  })

  it('refuses a target that holds something, and leaves it as it was', { timeout: 120_000 }, async () => {
    await moveToServer(copy, target)
    const before = await on(target, sumsOf)
    await expect(moveToServer(copy, target)).rejects.toThrow(
      /holds data already \(rows: AuditEntry 3, .*Name an empty database/,
    )
    expect(await on(target, sumsOf)).toEqual(before)
    const folder = join(root, `held-${names}`)
    await mkdir(join(folder, 'database'), { recursive: true })
    await expect(moveFromServer(target, folder, { replace: false, now })).rejects.toThrow('has a database already')
  })

  it('refuses a database with tables of another program', async () => {
    await on(target, (connection) => connection.run('CREATE TABLE "Theirs" (id text)'))
    await expect(moveToServer(copy, target)).rejects.toThrow('tables of another program (Theirs)')
    expect(
      await on(target, (connection) =>
        connection.query('SELECT 1 FROM pg_tables WHERE schemaname = current_schema()', []),
      ),
    ).toHaveLength(1)
  })

  it('takes the data of an older version back and brings it up to date', { timeout: 120_000 }, async () => {
    const [first] = ownMigrations()
    await on(target, async (connection) => {
      await migrate(connection, undefined, new Set([first?.name ?? '']))
      await connection.run(
        `INSERT INTO "User" (id, name) VALUES ('1', 'Ada'); INSERT INTO "SignInTry" VALUES ('k', 3, now())`,
      )
    })
    const folder = join(root, `older-${names}`)
    await moveFromServer(target, folder, { replace: false, now })
    const rows = await on(join(folder, 'database'), (connection) =>
      connection.query('SELECT key, count FROM "RateCount"', []),
    )
    expect(rows).toEqual([{ key: 'k', count: 3 }])
  })

  describe('that breaks off', () => {
    /** The entries of the source, of which one is changed, or which end early. */
    async function* broken(how: 'changed' | 'lost' | 'cut'): Entries {
      const connection = await connectEmbedded(copy)
      try {
        for await (const entry of readDatabase(connection)) {
          if (entry.entry === 'end' && how === 'cut') return
          const blobs = entry.entry === 'rows' && entry.table === 'User'
          if (blobs && how === 'changed') yield { ...entry, rows: entry.rows.map((row) => ({ ...row, name: 'Eve' })) }
          else if (!(blobs && how === 'lost')) yield entry
        }
      } finally {
        await connection.close()
      }
    }

    it.each([
      ['changed', 'What was written is not what was read in User.'],
      ['lost', 'violates foreign key constraint'],
      ['cut', 'The data ends before its end.'],
    ] as const)('or is %s on the way leaves the target empty', async (how, message) => {
      const empty = await on(target, (connection) => migrate(connection).then(() => sumsOf(connection)))
      await on(target, (connection) => expect(writeDatabase(connection, broken(how))).rejects.toThrow(message))
      expect(await on(target, sumsOf)).toEqual(empty)
      expect(await moveToServer(copy, target)).toMatchObject({ User: { rows: 1 } })
    })

    it('on the way back leaves no database', { timeout: 120_000 }, async () => {
      await moveToServer(copy, target)
      await on(target, (connection) => connection.run('UPDATE "_prisma_migrations" SET checksum = $$x$$'))
      const folder = join(root, `broken-${names}`)
      await expect(moveFromServer(target, folder, { replace: false, now })).rejects.toThrow(
        'made by a newer Plugwright',
      )
      expect(existsSync(join(folder, 'database'))).toBe(false)
    })
  })
})
