/** Installs the locked dependencies when they are not there, and nothing when they are. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharers } from './lock.mjs'

/** True when node_modules has every package of package-lock.json in its version (optional ones may be absent). */
export function isInstalled(root) {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  const installed = packages(hidden)
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.link || installed[path]?.version === wanted.version,
  )
}

/** Gives a sentence when it cannot be done, else undefined. NODE_ENV=production would leave out what builds the app. */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return undefined
  const [running] = await sharers('serve', root)
  if (running)
    return `The dependencies changed, but process ${running.pid} runs Plugwright from this folder. Stop it, then start again.`
  say('Installing the locked dependencies (once, about a minute) …')
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  return status === 0
    ? undefined
    : 'The dependencies could not be installed: see what npm says above, then start again.'
}
