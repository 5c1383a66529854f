import 'server-only'
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { database, openServer, wrapEmbedded } from './database'

/** Runs the suite on the embedded database and on a real PostgreSQL, each empty, each as the database of this process. */
export function describeOnDatabases(title: string, suite: (name: 'PGlite' | 'PostgreSQL') => void): void {
  describe(`${title} on PGlite`, () => {
    beforeAll(() => {
      globalThis.plugwrightDatabase = PGlite.create().then(wrapEmbedded)
    })
    closeAfterwards()
    suite('PGlite')
  })
  const binaries = postgresFolder()
  if (!binaries) {
    if (process.env.CI === 'true')
      throw new Error('Install PostgreSQL: CI runs every server suite on it, and no server was found.')
    console.info(`SKIPPED: ${title} on PostgreSQL (no server found in /usr/lib/postgresql or on PATH)`)
  }
  describe.skipIf(!binaries)(`${title} on PostgreSQL`, () => {
    let stop = () => {}
    beforeAll(async () => {
      const server = await startPostgres(binaries ?? '')
      stop = server.stop
      globalThis.plugwrightDatabase = openServer(server.url)
    })
    afterAll(() => stop()) // after the other: they run from the last to the first
    closeAfterwards()
    suite('PostgreSQL')
  })
}

function closeAfterwards(): void {
  afterAll(async () => {
    const opened = globalThis.plugwrightDatabase
    globalThis.plugwrightDatabase = undefined
    await (await opened)?.close()
  })
}

/** Empties every table. */
export async function emptyDatabase(): Promise<PrismaClient> {
  const prisma = await database()
  await prisma.$executeRawUnsafe(
    'TRUNCATE "User", "Session", "RateCount", "Project", "Member", "Blob", "Revision", "AuditEntry", "PracticeRecord" CASCADE',
  )
  return prisma
}

/** The folder of the newest PostgreSQL server here. */
export function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Starts a PostgreSQL of its own on a free port, with a fresh folder. The server refuses to run as root. */
export async function startPostgres(binaries: string): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-postgres-'))
  const asPostgres = process.getuid?.() === 0
  if (asPostgres) chownSync(folder, ...ids('postgres'))
  const command = (name: string, ...args: string[]): [string, string[]] =>
    asPostgres ? ['runuser', ['-u', 'postgres', '--', join(binaries, name), ...args]] : [join(binaries, name), args]
  execFileSync(...command('initdb', '-D', folder, '-A', 'trust', '-U', 'plugwright', '-E', 'UTF8', '--no-sync'), {
    stdio: 'ignore',
    cwd: folder,
  })
  const port = await freePort()
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'timezone=Asia/Tokyo',
  ]
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(...command('postgres', ...args), { stdio: 'ignore', cwd: folder, detached: true })
  const stop = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const url = `postgres://plugwright@127.0.0.1:${port}/postgres`
  await answers(url).catch((error: unknown) => {
    stop()
    throw error
  })
  return { url, stop }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function ids(user: string): [number, number] {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return [id('-u'), id('-g')]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
