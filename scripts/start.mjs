/**
 * `npm start`: everything from a fresh clone to a serving app, in this order: the data folder's lock, the port, the locked
 * dependencies, the build, the server. What others hold is never touched: then one sentence says who holds it.
 *
 * PORT (3000), HOST (loopback), PLUGWRIGHT_DATA (a folder in the home folder); the rest: lib/server/environment.ts.
 */
import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ensureBuild, ownTsconfig } from './build.mjs'
import { serveControl } from './control.mjs'
import { ensureInstalled } from './install.mjs'
import { shareLock, takeLock } from './lock.mjs'
import { outliveReaders } from './outlive-readers.mjs'

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)))
/** How long the answers under way may take when it stops. */
const DRAIN_MS = 10_000
const say = (line) => console.log(line)

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function readPort() {
  const port = Number(process.env.PORT || 3000)
  return Number.isInteger(port) && port >= 0 && port < 65536
    ? port
    : fail(`PORT is "${process.env.PORT}": give a number from 1 to 65535.`)
}

/** How long it goes on serving when it was told to stop, so that a load balancer sees /api/ready say so; in milliseconds. */
function readStopDelay() {
  const seconds = Number(process.env.PLUGWRIGHT_STOP_DELAY || 0)
  return seconds >= 0 && seconds <= 300
    ? seconds * 1000
    : fail(`PLUGWRIGHT_STOP_DELAY is "${process.env.PLUGWRIGHT_STOP_DELAY}": give seconds from 0 to 300.`)
}

function openData() {
  const folder = resolve(
    process.env.PLUGWRIGHT_DATA || join(process.env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'plugwright'),
  )
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return realpathSync(folder)
  } catch (error) {
    return fail(
      `The data folder ${folder} cannot be made (${error.code}): set PLUGWRIGHT_DATA to a folder that you may write.`,
    )
  }
}

/** The embedded set-up makes its own secrets (lib/server/keys.ts); a database that others may share needs given ones. */
function checkSecrets() {
  const missing = ['NEXTAUTH_SECRET', 'PLUGWRIGHT_KEY'].filter((name) => !process.env[name])
  if (process.env.DATABASE_URL && missing.length)
    fail(
      `DATABASE_URL is set, so ${missing.join(' and ')} must be set too: give each 32 random bytes (openssl rand -base64 32).`,
    )
}

/** Listens at once, on both loopback addresses unless HOST names another; until there is a handler it answers 503. */
async function takePort(port, host, answer) {
  const servers = []
  const open = (address) =>
    new Promise((done, reject) => {
      const server = createServer(answer)
      server.once('error', reject)
      server.listen({ port: servers[0]?.address().port ?? port, host: address, exclusive: true }, () =>
        done(servers.push(server)),
      )
    })
  for (const address of host ? [host] : ['127.0.0.1', '::1']) {
    try {
      await open(address)
    } catch (error) {
      if (address === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error.code)) continue
      if (error.code === 'EADDRINUSE')
        fail(`Port ${port} is in use by another program: stop it, or start with PORT set to a free port.`)
      fail(`Port ${port} on ${address} cannot be used (${error.code}): choose another PORT or HOST.`)
    }
  }
  return servers
}

/** Waits for the answers under way. Connections that ask for nothing are closed meanwhile, those that never end at last. */
async function answersSent(servers, closed) {
  const idle = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 20)
  await Promise.race([Promise.all(closed), sleep(DRAIN_MS)])
  clearInterval(idle)
  for (const server of servers) server.closeAllConnections()
}

function starting(_request, response) {
  response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' })
  response.end('Plugwright is starting.\n')
}

async function main() {
  outliveReaders()
  const port = readPort()
  const host = process.env.HOST
  const delay = readStopDelay()
  checkSecrets()
  const data = openData()
  // nothing is kept in the folder beside another database, which several processes share
  const lock = process.env.DATABASE_URL ? {} : await takeLock('data', data, { port })
  if (lock.holder)
    fail(
      `The data folder ${data} is in use by process ${lock.holder.pid} (${lock.holder.work ?? `port ${lock.holder.port}`}): stop it, or set PLUGWRIGHT_DATA to another folder.`,
    )
  // answered by lib/server/data/control.ts
  const closeControl = await serveControl(data, (request) => globalThis[Symbol.for('plugwright.control')]?.(request))

  // what the app in this process shares with it (lib/server/host.ts)
  const shared = (globalThis.plugwrightHost = { stopping: false, stops: new Set(), ends: new Set() })
  let handle = starting
  const servers = await takePort(port, host, (request, response) =>
    shared.serve ? shared.serve(request, response, handle) : handle(request, response),
  )
  const stop = async () => {
    if (shared.stopping) process.exit(130)
    shared.stopping = true
    setTimeout(() => process.exit(1), delay + DRAIN_MS + 10_000).unref()
    await sleep(delay)
    const closed = servers.map((server) => new Promise((done) => server.close(done)))
    await Promise.allSettled([...shared.stops].map((end) => end()))
    await answersSent(servers, closed)
    await Promise.allSettled([...shared.ends].map((end) => end()))
    await closeControl()
    await lock.release?.()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

  const address = servers[0].address()
  const url =
    process.env.NEXTAUTH_URL ||
    `http://${host && !['0.0.0.0', '::'].includes(host) ? host : 'localhost'}:${address.port}`
  Object.assign(process.env, {
    NODE_ENV: process.argv.includes('--dev') ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PLUGWRIGHT_DATA: data,
    NEXTAUTH_URL: url,
    PORT: String(address.port),
  })

  const problem = await ensureInstalled(root, say)
  if (problem) fail(problem)
  const dev = process.argv.includes('--dev')
  const built = dev
    ? { dist: '.cache/builds/dev' }
    : await ensureBuild(root, say, { builds: process.env.PLUGWRIGHT_BUILDS })
  if (built.problem) fail(built.problem)
  await shareLock('serve', root, { port })
  await shareLock('dist', join(root, built.dist), { port })
  process.env.PLUGWRIGHT_DIST = built.dist
  process.chdir(root)
  if (dev) process.env.PLUGWRIGHT_TSCONFIG = ownTsconfig(root, built.dist)

  say('Opening the database …')
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, hostname: host || 'localhost', port: address.port, httpServer: servers[0] })
  await app.prepare()
  handle = app.getRequestHandler()
  // Next answers upgrades (in development every page waits for one) of the server that it was given; the other one hands its own over.
  for (const server of servers.slice(1)) server.on('upgrade', (...upgrade) => servers[0].emit('upgrade', ...upgrade))
  const first = await fetch(
    `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}/`,
  ).catch((error) => error)
  if (!(first.status < 500)) fail(`The app does not answer (${first.status ?? first.message}): see above.`)
  say(`Plugwright is ready: ${url}`)
}

await main()
