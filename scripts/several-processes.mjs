/** Several processes of the app on one PostgreSQL, behind a round-robin proxy: what many people would use. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, postgresFolder, startPostgres } from './postgres.mjs'
import { roundRobin } from './round-robin.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts so many, answers on `port` when all are ready, and gives the way to stop everything. */
export async function startProcesses(count, port) {
  const binaries = postgresFolder()
  if (!binaries) throw new Error('Install PostgreSQL: several processes need one.')
  const postgres = await startPostgres(binaries)
  const data = mkdtempSync(join(tmpdir(), 'plugwright-processes-'))
  const secret = () => randomBytes(32).toString('base64')
  const env = {
    PLUGWRIGHT_PRACTICE: '1',
    ...process.env,
    DATABASE_URL: postgres.url,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: secret(),
    PLUGWRIGHT_KEY: secret(),
    PLUGWRIGHT_TRUST_PROXY: '1',
  }
  const ports = []
  const children = []
  for (let each = 0; each < count; each += 1) {
    const own = await freePort()
    ports.push(own)
    children.push(startApp({ ...env, PORT: String(own), PLUGWRIGHT_DATA: join(data, String(each)) }))
  }
  const proxy = roundRobin(ports)
  const stop = async () => {
    proxy.close()
    proxy.closeAllConnections()
    await Promise.all(children.map(({ end }) => end()))
    postgres.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    await Promise.all(children.map(({ ready }) => ready))
    await new Promise((done, fail) => proxy.once('error', fail).listen(port, done))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop, ports, databaseUrl: postgres.url }
}

function startApp(env) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((done) => child.once('exit', done))
  const ready = new Promise((done, fail) => {
    child.stdout.on('data', (text) => String(text).includes('Plugwright is ready') && done())
    void gone.then((code) => fail(new Error(`A process of the app ended with ${code}.`)))
  })
  const end = () => {
    child.kill('SIGTERM')
    return gone
  }
  return { ready, end }
}
