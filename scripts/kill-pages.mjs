/**
 * Types into the editor and kills the browser, the server or both with SIGKILL at random moments; then opens the project again and
 * sees that nothing is missing that was typed more than a second before.
 *
 *     node scripts/kill-pages.mjs ROUNDS
 *
 * Ends with 1 when something is missing.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './browser.mjs'
import { killableApp, sleep } from './killable-app.mjs'

const rounds = Number(process.argv[2] ?? 10)
const app = await killableApp()
const profile = mkdtempSync(join(tmpdir(), 'plugwright-profile-'))
const executablePath = await findChromium()
const failures = []
/** A browser keeps its cookies on disk only twice a minute; that is not what is tried here. */
let cookies = []
/** The typing ends by itself. */
let stopped = false

/** The browser of one person, on the same profile each time. */
async function openBrowser() {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: CHROMIUM_ARGS })
  await context.addCookies(cookies)
  return context
}

/** Every process of the browser. */
function killBrowser() {
  spawnSync('pkill', ['-KILL', '-f', profile])
}

async function createProject(context) {
  const page = await context.newPage()
  await page.goto(`${app.origin}/`)
  await page.getByRole('link', { name: 'New plugin' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Killed Notes')
  await page.getByRole('textbox', { name: 'Author' }).fill('saltmarsh')
  await page.getByRole('button', { name: 'Create plugin' }).click()
  await page.waitForURL(/\/projects\/[\w-]+/)
  const address = page.url().replace(/\?.*/, '')
  cookies = await context.cookies()
  return address
}

/** Types words until it is stopped, in the form or in the text in turn, and notes when each was there. */
async function typeWords(page, round, words) {
  const field = page.getByRole('textbox', { name: 'Description' }).first()
  const inForm = round % 2 === 0
  if (inForm) await field.click()
  else await page.locator('.monaco-editor .view-line').first().click()
  // In place of what stands there: the field takes 1,023 characters and no more.
  await page.keyboard.press(inForm ? 'Control+a' : 'Control+Home')
  if (!inForm) await page.keyboard.type('# ')
  for (let count = 0; !stopped; count += 1) {
    const word = `r${round}w${count}`
    await page.keyboard.type(`${word} `)
    words.push({ word, at: performance.now() })
    await sleep(randomInt(0, 120))
  }
}

async function savedText(context, address) {
  const id = address.split('/').at(-1)
  const answer = await context.request.get(`${app.origin}/api/projects/${id}/files`)
  const { files } = await answer.json()
  return files.find(({ path }) => path === 'manifest.yaml')?.text ?? ''
}

/** The words that were typed early enough and that the server does not get from the page that lives on or is opened again. */
async function missingWords(context, living, address, words) {
  const page = living ?? (await context.newPage())
  if (!living) await page.goto(`${address}?file=manifest.yaml`)
  const began = performance.now()
  let missing = words
  let text = ''
  while (missing.length > 0 && performance.now() - began < 20_000) {
    await sleep(200)
    text = await savedText(context, address)
    missing = words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))
  }
  if (missing.length > 0) {
    console.error(`${missing.join(' ')} missing in:\n${text.slice(0, 600)}`)
    console.error(`The page says: ${(await page.getByRole('status').allInnerTexts()).join(' | ')}`)
  }
  await page.close()
  return missing
}

async function run() {
  app.start()
  await app.ready(600_000)
  let context = await openBrowser()
  const address = await createProject(context)
  let total = 0
  for (let round = 1; round <= rounds; round += 1) {
    const page = await context.newPage()
    await page.goto(`${address}?file=manifest.yaml`)
    await page.locator('.monaco-editor .view-line').first().waitFor()
    const words = []
    const typing = typeWords(page, round, words).catch(() => {})
    await sleep(randomInt(1_200, 4_000))
    const victim = ['browser', 'server', 'both'][randomInt(3)]
    if (victim !== 'browser') await app.kill()
    // Without a server the typing goes on for a while.
    if (victim !== 'browser') await sleep(randomInt(0, 2_500))
    const killedAt = performance.now()
    if (victim === 'server') stopped = true
    else killBrowser()
    await typing
    if (victim !== 'server') await context.close().catch(() => {})
    if (victim !== 'browser') {
      app.start()
      await app.ready(120_000)
    }
    if (victim !== 'server') context = await openBrowser()
    // A page that lives on owes everything.
    const due = words.flatMap(({ word, at }) => (victim === 'server' || at < killedAt - 1_000 ? [word] : []))
    const missing = await missingWords(context, victim === 'server' ? page : undefined, address, due)
    stopped = false
    total += due.length
    if (missing.length > 0)
      failures.push(`Round ${round} (${victim}): ${missing.length} of ${due.length} words are lost.`)
    console.log(`round ${round}: ${victim} killed, ${due.length} words due, ${missing.length} missing`)
  }
  await context.close()
  console.log(`${total} words over ${rounds} kills`)
  if (total === 0) failures.push('No word was typed early enough: nothing was shown.')
}

try {
  await run()
} catch (error) {
  failures.push(error.message)
} finally {
  killBrowser()
  await app.kill()
  app.removeData()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
for (const failure of failures.slice(0, 20)) console.error(failure)
process.exit(failures.length ? 1 : 0)
