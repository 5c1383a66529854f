/** `npm run soak`: kills the server at random moments during saves, 50 times, and browser and server during typing, 100 times (`npm test`: 10 times each). */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const args of [['scripts/build.mjs'], ['scripts/kill-saves.mjs', '50'], ['scripts/kill-pages.mjs', '100']]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status) process.exit(status)
}
