/** An app that can be killed at any moment and started again on the same data. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './postgres.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Of no use to anybody: they last as long as the database does. */
const secrets = { NEXTAUTH_SECRET: randomUUID(), PLUGWRIGHT_KEY: randomUUID() }

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

/** `command` is told PORT and PLUGWRIGHT_DATA, an own folder. Without `databaseUrl` the database stands in that folder. */
export async function killableApp(command = [process.execPath, 'scripts/start.mjs'], databaseUrl = undefined) {
  const data = mkdtempSync(join(tmpdir(), 'plugwright-kills-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let running

  function start() {
    const env = { ...process.env, PORT: String(port), PLUGWRIGHT_DATA: data }
    for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'HOST', 'NODE_ENV']) delete env[name]
    if (databaseUrl) Object.assign(env, { DATABASE_URL: databaseUrl, ...secrets })
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running = { child, output: '', ended: new Promise((done) => child.once('close', done)) }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (running.output += text))
  }

  /** The whole process group, with SIGKILL. */
  async function kill() {
    if (!running) return
    try {
      process.kill(-running.child.pid, 'SIGKILL')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
    await running.ended
  }

  /** With SIGTERM; its exit code. */
  async function stop() {
    running.child.kill('SIGTERM')
    await running.ended
    return running.child.exitCode
  }

  /** How many milliseconds it took until it answers. */
  async function ready(limit) {
    const began = performance.now()
    while (performance.now() - began < limit) {
      const answer = await fetch(`${origin}/api/ready`).catch(() => undefined)
      if (answer?.ok) return Math.round(performance.now() - began)
      if (running.child.exitCode !== null) break
      await sleep(50)
    }
    throw new Error(`The app does not answer. It said:\n${running.output}`)
  }

  const removeData = () => rmSync(data, { recursive: true, force: true })
  return { origin, start, stop, kill, ready, removeData }
}
