/**
 * Kills the server with SIGKILL at random moments while it saves, starts it again and sees that every acknowledged save is there.
 * Every third time it is asked to stop instead: then no save that it took may be without its answer either.
 *
 *     node scripts/kill-saves.mjs ROUNDS [--editors=20] [--edits=N] [--postgres] [-- COMMAND…]
 *
 * The first kill comes while the database is being made. Meanwhile so many editors edit one project at once, each as long as the kills go
 * on, or so many random edits: see `editors/`. The command starts the app; default: node scripts/start.mjs. Ends with 1 when
 * something is missing.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { loadBundled } from './bundle.mjs'
import { killableApp, sleep } from './killable-app.mjs'
import { postgresFolder, startPostgres } from './postgres.mjs'

const separator = process.argv.indexOf('--')
const { values, positionals } = parseArgs({
  args: process.argv.slice(2, separator > 0 ? separator : undefined),
  allowPositionals: true,
  options: {
    editors: { type: 'string', default: '20' },
    edits: { type: 'string', default: 'Infinity' },
    postgres: { type: 'boolean', default: false },
  },
})
const rounds = Number(positionals[0] ?? 10)
const { startCrowd } = await loadBundled('scripts/editors/crowd.ts')
const postgres = values.postgres ? await startPostgres(postgresFolder() ?? '') : undefined
const app = await killableApp(separator > 0 ? process.argv.slice(separator + 1) : undefined, postgres?.url)
const { origin, stop, kill, ready } = app
const cookies = new Map()
const failures = []

async function call(method, path, body) {
  const form = typeof body === 'string'
  const headers = { origin, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  if (body) headers['content-type'] = form ? 'application/x-www-form-urlencoded' : 'application/json'
  const answer = await fetch(origin + path, {
    method,
    headers,
    body: body && (form ? body : JSON.stringify(body)),
    redirect: 'manual',
  })
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split('=')
    cookies.set(name, value)
  }
  return { status: answer.status, body: await answer.json() }
}

async function signIn(provider, fields = {}) {
  const { body } = await call('GET', '/api/auth/csrf')
  const form = new URLSearchParams({ csrfToken: body.csrfToken, json: 'true', ...fields })
  const { status } = await call('POST', `/api/auth/callback/${provider}`, form.toString())
  if (status !== 200) failures.push(`Signing in as ${provider} was answered ${status}.`)
}

const account = { email: 'ada@example.com', password: 'correct horse' }

/** Makes the guest an account. Everything must still be theirs, and the guest's cookie must have ended. */
async function signUp(project) {
  const guest = new Map(cookies)
  await signIn('password', { ...account, mode: 'sign-up' })
  const kept = await call('GET', `/api/projects/${project.id}/files`)
  if (kept.status !== 200) failures.push('The guest who signed up has lost a project.')
  const own = new Map(cookies)
  replaceCookies(guest)
  const old = await call('GET', `/api/projects/${project.id}/files`)
  if (old.status !== 401) failures.push(`The guest's session did not end: ${old.status}.`)
  replaceCookies(own)
}

/** Another browser: its guest signs in to the account and brings a project along. */
async function signInElsewhere(projects) {
  cookies.clear()
  await signIn('guest')
  const brought = await makeProject(projects.length + 1)
  await signIn('password', account)
  for (const project of [...projects, brought]) {
    const { status } = await call('GET', `/api/projects/${project.id}/files`)
    if (status !== 200)
      failures.push(`Project ${project.index} is not in the account that was signed in to: ${status}.`)
  }
}

function replaceCookies(others) {
  cookies.clear()
  for (const [name, value] of others) cookies.set(name, value)
}

/** A project and what the server acknowledged of it. */
async function makeProject(index) {
  const made = await call('POST', '/api/projects', { files: [{ path: 'count.txt', text: '0\n' }] })
  if (made.status !== 201) throw new Error(`No project: ${made.status} ${JSON.stringify(made.body)}`)
  const { body } = await call('GET', `/api/projects/${made.body.id}/files`)
  return { id: made.body.id, index, head: body.revision, count: 0, acknowledged: [], sent: undefined }
}

/** The next save of a project; some are large, some carry bytes, some add and remove files. */
function nextSave(project) {
  const count = project.count + 1
  const padding = 'x'.repeat(count % 7 === 0 ? randomInt(400_000) : randomInt(2_000))
  const changes = [
    { path: 'count.txt', text: `${count}\n${padding}\n` },
    { path: 'bytes.bin', base64: Buffer.from([0, count % 256, project.index]).toString('base64') },
  ]
  changes.push(count % 2 ? { path: 'odd.txt', text: `${count}` } : { path: 'odd.txt', removed: true })
  return { base: project.head, changes, save: randomUUID() }
}

/** True when the save was acknowledged. */
async function send(project) {
  project.sent ??= nextSave(project)
  const answer = await call('POST', `/api/projects/${project.id}/revisions`, project.sent).catch(() => undefined)
  if (!answer) return false
  if (answer.status !== 200) {
    failures.push(`A save was answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`)
    return false
  }
  project.count += 1
  project.head = answer.body.revision
  project.acknowledged.push({ revision: project.head, count: project.count })
  project.sent = undefined
  return true
}

const countOf = (files) => Number(files.find((file) => file.path === 'count.txt')?.text.split('\n')[0])

/** Every save acknowledged since the last look is there, and the head is the last of them or the one that was under way. */
async function examine(project, asked) {
  for (const { revision, count } of project.acknowledged.splice(0)) {
    const answer = await call('GET', `/api/projects/${project.id}/files?revision=${revision}`)
    if (answer.status !== 200 || countOf(answer.body.files) !== count)
      failures.push(`Save ${count} of project ${project.index} is lost.`)
  }
  const head = await call('GET', `/api/projects/${project.id}/files`)
  const count = head.status === 200 ? countOf(head.body.files) : NaN
  if (count !== project.count && count !== project.count + 1)
    failures.push(`The head of project ${project.index} is at ${count}, not at ${project.count}.`)
  if (asked && count !== project.count)
    failures.push(`Save ${count} of project ${project.index} was taken by a server that stopped, and not answered.`)
  // the answer of the one under way was lost: sent again, it must be taken once
  for (let tries = 0; project.sent && tries < 3; tries += 1) {
    // A connection from before the kill may be tried first.
    if (!(await send(project))) await sleep(500)
  }
  if (project.sent) failures.push(`The save under way of project ${project.index} could not be sent again.`)
  const after = await call('GET', `/api/projects/${project.id}/files`)
  if (after.body.revision !== project.head || countOf(after.body.files) !== project.count)
    failures.push(`Project ${project.index} took a repeated save twice.`)
}

async function run() {
  app.start() // also builds, where the command does so
  await ready(600_000)
  await kill()
  app.removeData()
  app.start()
  await sleep(randomInt(500, 4_000))
  await kill()
  app.start()
  console.log(`ready ${await ready(120_000)} ms after a kill while it made its database`)
  await signIn('guest')
  const projects = [await makeProject(1), await makeProject(2), await makeProject(3)]
  await signUp(projects[0])
  const crowd = await startCrowd(origin, Number(values.editors), Number(values.edits))
  let total = 0
  for (let round = 1; round <= rounds; round += 1) {
    let killed = false
    const writers = projects.map(async (project) => {
      while (!killed && (await send(project)));
    })
    await sleep(randomInt(30, 2_500))
    killed = true
    const asked = round % 3 === 0
    const code = asked ? await stop() : await kill()
    if (asked && code !== 0) failures.push(`The server was asked to stop and ended with ${code}.`)
    await Promise.all(writers)
    const saves = projects.reduce((sum, project) => sum + project.acknowledged.length, 0)
    total += saves
    app.start()
    const milliseconds = await ready(120_000)
    for (const project of projects) await examine(project, asked)
    console.log(
      `round ${round}: ${saves} saves acknowledged, ready again after ${milliseconds} ms, ${failures.length} failures`,
    )
  }
  if (rounds > 0) crowd.stop()
  const report = await crowd.finish()
  console.log(report.said)
  failures.push(...report.failures)
  await signInElsewhere(projects)
  console.log(`${total} acknowledged saves over ${rounds} kills`)
  if (rounds > 0 && total === 0) failures.push('No save was acknowledged: nothing was shown.')
}

try {
  await run()
} catch (error) {
  failures.push(error.message)
} finally {
  await kill()
  app.removeData()
  postgres?.stop()
}
for (const failure of failures.slice(0, 20)) console.error(failure)
process.exit(failures.length ? 1 : 0)
