/**
 * `npm run soak`: 20 editors with 500 random edits each on either database; kills the server at random moments during saves, 200 times
 * (and 50 on PostgreSQL), and browser and server during typing, 100 times (`npm test`: 10 times each, and 2); then opens every plugin of the corpus in the editor and looks at all of it (`e2e/*.soak.ts`).
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findChromium } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const env = { ...process.env, SOAK: '1', PLAYWRIGHT_CHROMIUM_PATH: await findChromium() }
const steps = [
  ['scripts/build.mjs'],
  ['scripts/kill-saves.mjs', '0', '--edits=500'],
  ['scripts/kill-saves.mjs', '0', '--edits=500', '--postgres'],
  ['scripts/kill-saves.mjs', '200'],
  ['scripts/kill-saves.mjs', '50', '--postgres'],
  ['scripts/kill-pages.mjs', '100'],
  ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list'],
]
for (const args of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status) process.exit(status)
}
