/** `npm run backup`, `restore`, `move-data`: bundles scripts/data for Node and runs one command of it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

async function loadCommands() {
  const { build } = await import('esbuild')
  const folder = join(root, '.cache/data')
  const outfile = join(folder, `${process.pid}.mjs`)
  mkdirSync(folder, { recursive: true })
  try {
    await build({
      entryPoints: [join(root, 'scripts/data/main.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      alias: { 'server-only': join(root, 'scripts/empty.mjs') },
      tsconfig: join(root, 'tsconfig.json'),
      logLevel: 'error',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile, { force: true })
  }
}

try {
  const from = process.env.INIT_CWD || process.cwd()
  process.chdir(root)
  const problem = await ensureInstalled(root, (line) => console.error(line))
  if (problem) throw new Error(problem)
  if (!existsSync('lib/generated')) spawnSync(process.execPath, ['scripts/postinstall.mjs'], { stdio: 'inherit' })
  const { run } = await loadCommands()
  await run(process.argv.slice(2), from, (line) => console.log(line))
  process.exit(0)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
