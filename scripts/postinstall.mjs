/** Makes what is generated and not committed: the Prisma client and the command line's bundle. Needs no network. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status === 0) return
  console.error(`${args[0]} failed:\n${stdout}${stderr}`)
  process.exit(1)
}

if (existsSync('prisma/schema.prisma')) run('node_modules/prisma/build/index.js', 'generate')
if (existsSync('lib/cli/main.ts')) run('scripts/build-cli.mjs')
