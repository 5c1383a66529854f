/**
 * `npm run bench`: measures the production build, prints a table and writes bench.json. A figure over its limit is marked and
 * makes the status 1. `npm run bench -- pack yaml pages` measures only these parts.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const say = (line) => console.error(line)

/** The parts are TypeScript on the app's own code: bundled for Node first. */
async function loadParts() {
  const { build } = await import('esbuild')
  const outfile = join(root, '.cache/bench/parts.mjs')
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  await build({
    entryPoints: [join(root, 'scripts/bench/parts.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'scripts/corpus.ts')).href) },
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

/** A production app on a fresh data folder. */
async function startApp() {
  const data = mkdtempSync(join(tmpdir(), 'plugwright-bench-'))
  const env = { ...process.env, PORT: '0', PLUGWRIGHT_DATA: data }
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
  return { base, stop }
}

async function main() {
  const problem = await ensureInstalled(root, say)
  if (problem) throw new Error(problem)
  const parts = await loadParts()
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
