import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Loads TypeScript of `scripts/` that stands on the app's own code: bundled for Node first. */
export async function loadBundled(entry) {
  const { build } = await import('esbuild')
  const outfile = join(root, '.cache/bundled', entry.replace(/\W+/g, '-') + '.mjs')
  mkdirSync(join(root, '.cache/bundled'), { recursive: true })
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'scripts/corpus.ts')).href) },
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}
