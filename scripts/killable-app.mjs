/** An app that can be killed at any moment and started again on the same data. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

function freePort() {
  return new Promise((done, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/** `command` is told PORT and PLUGWRIGHT_DATA, an own folder. */
export async function killableApp(command = [process.execPath, 'scripts/start.mjs']) {
  const data = mkdtempSync(join(tmpdir(), 'plugwright-kills-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let running

  function start() {
    const env = { ...process.env, PORT: String(port), PLUGWRIGHT_DATA: data }
    for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'HOST', 'NODE_ENV']) delete env[name]
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

  /** How many milliseconds it took until it answers. */
  async function ready(limit) {
    const began = performance.now()
    while (performance.now() - began < limit) {
      const answer = await fetch(`${origin}/api/health`).catch(() => undefined)
      if (answer?.ok) return Math.round(performance.now() - began)
      if (running.child.exitCode !== null) break
      await sleep(50)
    }
    throw new Error(`The app does not answer. It said:\n${running.output}`)
  }

  const removeData = () => rmSync(data, { recursive: true, force: true })
  return { origin, start, kill, ready, removeData }
}
