/**
 * `npm run bench`: measures the production build, prints a table and writes bench.json. A figure over its limit is marked and
 * makes the status 1. `npm run bench -- pack yaml pages` measures only these parts.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadBundled } from './bundle.mjs'
import { ensureInstalled } from './install.mjs'
import { postgresFolder, startPostgres } from './postgres.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const say = (line) => console.error(line)

/** A production app on a fresh data folder, or on a fresh PostgreSQL. */
async function startApp(databaseUrl = undefined) {
  const data = mkdtempSync(join(tmpdir(), 'plugwright-bench-'))
  const env = { ...process.env, PORT: '0', PLUGWRIGHT_DATA: data }
  if (databaseUrl)
    Object.assign(env, { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: randomUUID(), PLUGWRIGHT_KEY: randomUUID() })
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const base = await new Promise((done, fail) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const url = /ready: (http:\S+)/.exec(text)
      if (url) done(url[1])
    })
    child.on('exit', () => fail(new Error(`The app did not start: ${text}`)))
  })
  const stop = async () => {
    child.removeAllListeners('exit')
    const gone = new Promise((done) => child.on('exit', done))
    child.kill('SIGTERM')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
  // of the process and its threads, as Linux counts it
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024
  return { base, memory, stop }
}

async function main() {
  const problem = await ensureInstalled(root, say)
  if (problem) throw new Error(problem)
  const parts = await loadBundled('scripts/bench/parts.ts')
  const asked = process.argv.slice(2)
  const wanted = (name) => asked.length === 0 || asked.includes(name)
  const figures = []
  const load = loadavg()[0]
  for (const [name, measure] of Object.entries(parts.inProcess)) {
    if (!wanted(name)) continue
    say(`measuring ${name} …`)
    figures.push(...(await measure()))
  }
  if (Object.keys(parts.withApp).some(wanted)) {
    const app = await startApp()
    try {
      for (const [name, measure] of Object.entries(parts.withApp)) {
        if (!wanted(name)) continue
        say(`measuring ${name} …`)
        figures.push(...(await measure(app.base)))
      }
    } finally {
      await app.stop()
    }
  }
  for (const database of ['embedded', 'PostgreSQL']) {
    const names = Object.keys(parts.onDatabases).filter(wanted)
    const postgres =
      database === 'PostgreSQL' && names.length > 0 ? await startPostgres(postgresFolder() ?? '') : undefined
    const app = names.length > 0 ? await startApp(postgres?.url) : undefined
    try {
      for (const name of names) {
        say(`measuring ${name}, ${database} …`)
        figures.push(...(await parts.onDatabases[name]({ ...app, database })))
      }
    } finally {
      await app?.stop()
      postgres?.stop()
    }
  }
  const about = {
    date: new Date().toISOString(),
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    load,
    node: process.version,
  }
  writeFileSync(join(root, 'bench.json'), `${JSON.stringify({ ...about, figures }, null, 2)}\n`)
  print(figures, about)
  process.exitCode = figures.some(isOver) ? 1 : 0
}

const isOver = ({ value, limit }) => limit !== undefined && !(value <= limit)

function print(figures, about) {
  const wide = Math.max(...figures.map(({ name }) => name.length))
  for (const figure of figures) {
    const value = figure.value.toFixed(figure.value < 100 ? 1 : 0).padStart(9)
    const limit = figure.limit === undefined ? '' : `  ${isOver(figure) ? 'OVER' : 'of'} ${figure.limit}`
    console.log(`${figure.name.padEnd(wide)} ${value} ${figure.unit}${limit}`)
  }
  console.log(
    `${about.date.slice(0, 10)}, ${about.cores} cores, load ${about.load.toFixed(1)} at the start, Node ${about.node}`,
  )
}

await main()
