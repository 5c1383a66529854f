import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serveControl } from '../../../scripts/control.mjs'
import { takeLock } from '../../../scripts/lock.mjs'
import { database, openEmbedded } from '../database'
import { keysIn } from '../keys'
import { resetPassword } from '../password-reset'
import { createProject } from '../projects'
import { describeOnPostgres } from '../test-database'
import { connectEmbedded, connectServer } from './connection'
import { answerControl } from './control'
import { sumsOf, type Sums } from './sums'
import { writeContent } from './test-content'

const data = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? '/tmp'}/plugwright-commands-${process.pid}/data`
  process.env.PLUGWRIGHT_DATA = folder
  return folder
})
const root = join(data, '..')
/** Into how many parts the time of a command is cut, to be killed at the end of each. */
const kills = 4

interface Ended {
  status: number | null
  said: string
  milliseconds: number
}

/** Runs a command as an operator does; kills it after so many milliseconds. */
function command(args: string[], env: Record<string, string> = {}, killAfter?: number): Promise<Ended> {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/data.mjs', ...args], {
    env: { ...process.env, INIT_CWD: root, DATABASE_URL: '', ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise((done) =>
    child.on('close', (status) => {
      clearTimeout(timer)
      done({ status, said, milliseconds: performance.now() - began })
    }),
  )
}

async function embeddedSums(folder: string): Promise<Sums> {
  const connection = await connectEmbedded(folder)
  return sumsOf(connection).finally(connection.close)
}

async function closeDatabase(): Promise<void> {
  await (await globalThis.plugwrightDatabase)?.close()
  globalThis.plugwrightDatabase = undefined
}

beforeAll(async () => {
  await mkdir(data, { recursive: true })
  keysIn(data)
  globalThis.plugwrightDatabase = openEmbedded(join(data, 'database'))
  await writeContent()
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  rmSync(root, { recursive: true, force: true })
})

describe('while Plugwright runs', { timeout: 400_000 }, () => {
  let end = async () => {}
  beforeAll(async () => {
    // as scripts/start.mjs does
    const lock = await takeLock('data', realpathSync(data), { port: 3000 })
    const closeControl = await serveControl(realpathSync(data), answerControl)
    end = () => closeControl().then(lock.release)
  })
  afterAll(() => end())

  it('a backup killed at any moment leaves no file in its place, and what it left goes with the next', async () => {
    const prisma = await database()
    const { id } = await prisma.user.findFirstOrThrow()
    let stop = false
    const saving = (async () => {
      while (!stop) {
        await createProject(id, new Map([['a.txt', crypto.randomUUID()]]))
        await new Promise((done) => setTimeout(done, 20)) // the embedded database answers without the event loop
      }
    })()
    const whole = await command(['backup', 'whole.backup'])
    expect(whole).toMatchObject({ status: 0, said: expect.stringContaining('Wrote ') as string })
    for (let at = 1; at <= kills; at += 1) {
      const { status } = await command(['backup', `killed-${at}.backup`], {}, (whole.milliseconds * at) / (kills + 1))
      expect(existsSync(join(root, `killed-${at}.backup`))).toBe(status === 0)
    }
    stop = true
    await saving
    expect(await command(['backup'])).toMatchObject({ status: 0 })
    expect(readdirSync(data).sort()).toEqual(['backups', 'database', 'secrets.json'])
    expect(await command(['backup', 'whole.backup'])).toMatchObject({
      status: 1,
      said: expect.stringContaining('exists already') as string,
    })
  })

  it('holds no key of the data folder', () => {
    const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>
    const text = readFileSync(join(root, 'whole.backup')).toString('latin1')
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })

  it('a link to set a new password is printed, and works once', async () => {
    const { status, said } = await command(['reset-password', 'Ada@example.com'])
    expect(status).toBe(0)
    const [, token = ''] = /^http:\/\/localhost:\d+\/reset#(\S+)\n/.exec(said) ?? []
    expect(await resetPassword(token, 'another horse', '::1')).toMatchObject({ ok: true })
    expect(await resetPassword(token, 'a third horse', '::1')).toMatchObject({ ok: false })
    const unknown = await command(['reset-password', 'eve@example.com'])
    expect(unknown).toMatchObject({ status: 1, said: 'No account has the e-mail address eve@example.com.\n' })
  })

  it('nothing takes the place of its database', async () => {
    const { status, said } = await command(['restore', 'whole.backup', '--replace'])
    expect(said).toMatch(new RegExp(`^Process ${process.pid} runs Plugwright on .*: stop it first`))
    expect(status).toBe(1)
  })
})

describe('while it does not', { timeout: 400_000 }, () => {
  it('a restore killed at any moment leaves the old database or the new one', async () => {
    const folder = join(root, 'restored')
    await mkdir(folder)
    const env = { PLUGWRIGHT_DATA: folder }
    const whole = await command(['restore', 'whole.backup'], env)
    expect(whole.said).toContain('every count and checksum is as it was')
    expect(whole.status).toBe(0)
    const sums = await embeddedSums(join(folder, 'database'))
    for (let at = kills; at > kills - 2; at -= 1) {
      await command(['restore', 'whole.backup', '--replace'], env, (whole.milliseconds * at) / (kills + 1))
      const opened = await openEmbedded(join(folder, 'database')) // as the next start does
      await opened.close()
      expect(await embeddedSums(join(folder, 'database'))).toEqual(sums)
    }
  })

  it.each([
    [['backup'], { DATABASE_URL: 'postgres://nowhere/x' }, 'pg_dump'],
    [['restore', 'whole.backup'], { DATABASE_URL: 'postgres://nowhere/x' }, 'goes into the embedded database'],
    [['restore', 'nothing.backup'], {}, 'There is no file'],
    [['restore', 'data/secrets.json'], {}, 'is not a backup of Plugwright: nothing was changed.'],
    [['move-data'], {}, 'Set DATABASE_URL'],
    [['move-data'], { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, 'Set PLUGWRIGHT_KEY and NEXTAUTH_SECRET'],
    [['backup'], { PLUGWRIGHT_DATA: '/nowhere/at/all' }, 'There is no data folder /nowhere/at/all'],
    [['restore'], {}, 'npm run restore -- FILE'],
    [['backup', '--force'], {}, 'npm run backup [FILE]'],
  ])('%j with %j is answered by a sentence', async (args, env, sentence) => {
    const { status, said } = await command(args, env as Record<string, string>)
    expect(said).toContain(sentence)
    expect(status).toBe(1)
  })
})

describeOnPostgres('moving the data by command', (url) => {
  it('killed at any moment leaves nothing half-moved, and the source as it was', { timeout: 400_000 }, async () => {
    await closeDatabase()
    const before = await embeddedSums(join(data, 'database'))
    const { encryption, session } = keysIn(data)
    const env = { DATABASE_URL: url(), PLUGWRIGHT_KEY: encryption, NEXTAUTH_SECRET: session }
    const target = async () => {
      const connection = await connectServer(url())
      return sumsOf(connection).finally(connection.close)
    }
    for (const after of [4000, 2000]) {
      const { status } = await command(['move-data'], env, after)
      if (status === 0) break
      expect(Object.values(await target()).filter(({ rows }) => rows > 0)).toEqual([])
    }
    const moved = Object.values(await target()).some(({ rows }) => rows > 0)
    const { said } = await command(['move-data'], env)
    expect(said).toContain(moved ? 'holds data already' : 'every count and checksum is as it was')
    expect(await target()).toEqual(before)
    expect(await embeddedSums(join(data, 'database'))).toEqual(before)
    const folder = join(root, 'back')
    expect(await command(['move-data', '--back'], { ...env, PLUGWRIGHT_DATA: folder })).toMatchObject({ status: 0 })
    expect(await embeddedSums(join(folder, 'database'))).toEqual(before)
    for (const where of [env, { PLUGWRIGHT_DATA: folder }])
      expect((await command(['reset-password', 'ada@example.com'], where)).said).toMatch(
        /^http:\/\/localhost:\d+\/reset#/,
      )
  })
})
