/** Makes what is generated and not committed: the Prisma client and the command line's bundle. Needs no network. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status) process.exit(status)
}

if (existsSync('prisma/schema.prisma')) run('node_modules/prisma/build/index.js', 'generate')
if (existsSync('lib/cli/main.ts')) run('scripts/build-cli.mjs')
