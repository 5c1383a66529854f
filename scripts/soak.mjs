/** `npm run soak`: kills the server at random moments during saves, 50 times (`npm test` does it 10 times). */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const args of [['scripts/build.mjs'], ['scripts/kill-saves.mjs', '50']]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status) process.exit(status)
}
