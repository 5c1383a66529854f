/** Bundles lib/cli into the one file that `npx plugwright` runs. */
import { chmodSync } from 'node:fs'
import { build } from 'esbuild'

const outfile = 'lib/cli/dist/plugwright.mjs'
await build({
  entryPoints: ['lib/cli/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  tsconfig: 'tsconfig.json',
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as plugwrightRequire } from 'node:module'; const require = plugwrightRequire(import.meta.url);",
  },
  logLevel: 'error',
})
chmodSync(outfile, 0o755)
