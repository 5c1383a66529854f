/** Builds the app into a folder keyed by its sources, so that a build never changes what a running app serves. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { sharers, takeLock } from './lock.mjs'

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma.config.ts',
  'proxy.ts',
  'tsconfig.json',
]
const NOT_SERVED = /(^|\/)(generated|dist|__snapshots__|README\.md|[^/]+\.test\.tsx?)$/

function* filesUnder(path) {
  if (NOT_SERVED.test(path) || !existsSync(path)) return
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const child = join(path, entry.name)
    if (NOT_SERVED.test(child)) continue
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

/** A hash of everything that the build depends on. */
export function sourceHash(root) {
  const hash = createHash('sha256').update(process.version)
  for (const name of SOURCES) {
    const path = join(root, name)
    const isFile = /\.\w+$/.test(name)
    for (const file of isFile ? [path].filter(existsSync) : filesUnder(path)) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * The build of the sources as they are now, made if it is not there: `{ dist }`, relative to the root, or `{ problem }`.
 * `say` gets one line of progress before anything slow.
 */
export async function ensureBuild(root, say, { builds = '.cache/builds' } = {}) {
  const dist = `${builds}/${sourceHash(root)}`
  const done = join(root, dist, 'complete')
  for (let waited = false; ; waited = true) {
    if (existsSync(done)) break
    const lock = await takeLock('build', root)
    if (lock.release) {
      const problem = existsSync(done) ? undefined : await build(root, dist, say)
      await lock.release()
      if (problem) return { problem }
      break
    }
    if (!waited) say(`Waiting for the build of process ${lock.holder.pid} …`)
    await sleep(500)
  }
  await dropOldBuilds(root, builds, dist)
  return { dist }
}

async function build(root, dist, say) {
  say('Building the app (after changes only, about a minute) …')
  rmSync(join(root, dist), { recursive: true, force: true })
  mkdirSync(join(root, dist), { recursive: true })
  const made = spawnSync(process.execPath, ['scripts/postinstall.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (made.status) return 'The Prisma client or the command line could not be made: see above.'
  const tsconfig = ownTsconfig(root, dist)
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PLUGWRIGHT_DIST: dist,
    PLUGWRIGHT_TSCONFIG: tsconfig,
    ...actionKey(),
  }
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += data))
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  const status = await new Promise((resolve) => child.on('close', resolve))
  process.off('exit', stop)
  rmSync(join(root, tsconfig), { force: true })
  if (status) return `The build failed. Next says:\n${log.trim()}`
  writeFileSync(join(root, dist, 'complete'), '')
  return undefined
}

/** Machines that each build the app must agree on the key that server actions are named and sealed with; by itself Next makes one a build. */
function actionKey() {
  const { PLUGWRIGHT_KEY: key, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given } = process.env
  if (given || !key) return {}
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHmac('sha256', key).update('server actions').digest('base64') }
}

/** Next writes into the TypeScript settings that it works with: it gets its own. Their path. */
export function ownTsconfig(root, dist) {
  const path = `${dist}.tsconfig.json`
  const up = '../'.repeat(dist.split('/').length - 1)
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(
    join(root, path),
    JSON.stringify({ extends: `${up}tsconfig.json`, include: [`${up}**/*.ts`, `${up}**/*.tsx`] }),
  )
  return path
}

async function dropOldBuilds(root, builds, current) {
  for (const name of readdirSync(join(root, builds))) {
    const dist = `${builds}/${name}`
    if (dist === current || !existsSync(join(root, dist, 'complete'))) continue
    if ((await sharers('dist', join(root, dist))).length === 0)
      rmSync(join(root, dist), { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
  const { dist, problem } = await ensureBuild(root, (line) => console.error(line), {
    builds: process.env.PLUGWRIGHT_BUILDS,
  })
  if (problem) {
    console.error(problem)
    process.exit(1)
  }
  console.log(dist)
}
