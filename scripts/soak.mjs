/**
 * `npm run soak`: kills the server at random moments during saves, 50 times, and browser and server during typing, 100 times (`npm test`:
 * 10 times each); then opens every plugin of the corpus in the editor and looks at all of it (`e2e/*.soak.ts`).
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findChromium } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const env = { ...process.env, SOAK: '1', PLAYWRIGHT_CHROMIUM_PATH: await findChromium() }
const steps = [
  ['scripts/build.mjs'],
  ['scripts/kill-saves.mjs', '50'],
  ['scripts/kill-pages.mjs', '100'],
  ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list'],
]
for (const args of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status) process.exit(status)
}
