/**
 * `npm test`: sets up what the tests need and runs all of them. Its last line is `N passed, N failed, N skipped`. What this
 * machine cannot run is skipped by name; with CI=true a skip is a failure, but for tests that read an absent ../shared.
 *
 * `npm test -- lint unit` runs only these steps.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { postgresFolder } from './postgres.mjs'
import { ensurePython } from './python.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const reports = join(root, '.cache/reports')
const ci = Boolean(process.env.CI)
/** What failed and what was skipped, by name: the end of the output says it again. */
const tally = { passed: 0, failed: [], skipped: [] }
const say = (line) => console.log(line)

/** Runs one program with its output shown; its exit status. `hear` is given all it says. */
function run(command, args, env = {}, hear = undefined) {
  return new Promise((done) => {
    const stream = hear ? 'pipe' : 'inherit'
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', stream, stream],
      env: { ...process.env, ...env },
    })
    child.stdout?.on('data', hear).pipe(process.stdout, { end: false })
    child.stderr?.on('data', hear).pipe(process.stderr, { end: false })
    child.on('close', (status) => done(status ?? 1))
    child.on('error', (error) => {
      say(`${command} cannot be started: ${error.message}`)
      done(1)
    })
  })
}

const node = (args, env, hear) => run(process.execPath, args, env, hear)
const bin = (name) => join(root, 'node_modules', name)

/** A step that is one test by itself. Where it fails, what it said last is said again at the end. */
async function one(args, env) {
  let said = ''
  const status = await node(args, env, (text) => (said = (said + text).slice(-2_000)))
  const name = args.map((arg) => arg.replace(`${root}/`, '')).join(' ')
  if (status === 0) tally.passed++
  else tally.failed.push([name, ...said.trim().split('\n').slice(-12)].join('\n    '))
}

/** Vitest with its tests counted from its own report. */
async function vitest(projects) {
  const output = join(reports, `vitest-${projects.join('-')}.json`)
  const selected = projects.flatMap((name) => ['--project', name])
  const status = await node([
    bin('vitest/vitest.mjs'),
    'run',
    ...selected,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ])
  const report = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : undefined
  if (!report) return void tally.failed.push(`vitest ${projects.join(' ')}: it left no report`)
  const tests = report.testResults.flatMap((suite) => suite.assertionResults)
  tally.passed += tests.filter((test) => test.status === 'passed').length
  const failed = report.testResults.flatMap((suite) => {
    const file = suite.name.replace(`${root}/`, '')
    const names = suite.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
    if (!names.length && suite.status === 'failed') names.push('could not be run')
    return names.map((name) => `${file} ${name}`)
  })
  tally.failed.push(...failed)
  if (!failed.length && status !== 0) tally.failed.push(`vitest ${projects.join(' ')}: an error outside the tests`)
  for (const test of tests.filter((each) => !['passed', 'failed'].includes(each.status)))
    tally.skipped.push(test.fullName)
}

async function e2e() {
  const executable = await findChromium()
  if (!executable) return void tally.skipped.push('e2e (Chromium is not installed)')
  const file = join(reports, 'playwright.json')
  const status = await node([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_CHROMIUM_PATH: executable,
  })
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  if (!report) return void tally.failed.push('e2e: it left no report')
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const endedAs = (...statuses) =>
    report.suites.flatMap(specs).filter((spec) => spec.tests.some((test) => statuses.includes(test.status)))
  const failed = endedAs('unexpected', 'flaky').map((spec) => `e2e/${spec.file} ${spec.title}`)
  tally.passed += report.stats.expected
  tally.failed.push(...failed)
  if (!failed.length && status !== 0) tally.failed.push('e2e: an error outside the tests')
  tally.skipped.push(...endedAs('skipped').map((spec) => spec.title))
}

const STEPS = {
  lint: () => one([bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
  format: () => one([bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']),
  types: () => one([bin('typescript/bin/tsc'), '--noEmit']),
  drift: () => one(['scripts/migration.mjs', '--check']),
  unit: () => vitest(['core', 'components']),
  server: () => vitest(['server']),
  build: () => one(['scripts/build.mjs'], { PLUGWRIGHT_BUILDS: '.cache/builds-test' }),
  async kills() {
    const builds = { PLUGWRIGHT_BUILDS: '.cache/builds-test' }
    await one(['scripts/kill-saves.mjs', '10'], builds)
    if (postgresFolder()) await one(['scripts/kill-saves.mjs', '2', '--postgres'], builds)
    else tally.skipped.push('kills on PostgreSQL (no server is installed)')
    if (await findChromium()) await one(['scripts/kill-pages.mjs', '10'], builds)
    else tally.skipped.push('kills of the browser (Chromium is not installed)')
  },
  e2e,
}

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in STEPS))
  if (unknown.length) {
    say(`There is no step ${unknown.join(', ')}: the steps are ${Object.keys(STEPS).join(', ')}.`)
    process.exit(2)
  }
  const problem = await ensureInstalled(root, say)
  if (problem) {
    say(problem)
    process.exit(1)
  }
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  await node(['scripts/postinstall.mjs'])
  const { python, missing } = ensurePython(root, say)
  if (python) process.env.PLUGWRIGHT_PYTHON = python
  else say(`SKIPPING what needs the Python SDK: ${missing}.`)

  for (const name of asked.length ? asked : Object.keys(STEPS)) {
    const began = performance.now()
    say(`\n── ${name}`)
    await STEPS[name]()
    say(`── ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }

  const shared = existsSync(join(root, '../shared'))
  for (const name of tally.failed) say(`FAILED ${name}`)
  for (const name of tally.skipped) say(`SKIPPED ${name}`)
  const forbidden = ci ? tally.skipped.filter((name) => shared || !name.includes('../shared')) : []
  if (forbidden.length) say(`With CI=true nothing may be skipped: ${forbidden.length} of these count as failed.`)
  const failed = tally.failed.length + forbidden.length
  say(`${tally.passed} passed, ${failed} failed, ${tally.skipped.length - forbidden.length} skipped`)
  process.exit(failed || !tally.passed ? 1 : 0)
}

await main()
