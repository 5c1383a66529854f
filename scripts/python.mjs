/** A virtual environment of Python 3.12 with the pinned SDK and ruff, for the tests that ask the real thing. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export const SDK = 'dify_plugin==0.10.2'
const PACKAGES = [SDK, 'ruff==0.17.6', 'pyyaml==6.0.4']

/** Paths of interpreters that may be 3.12: a version manager's shim on PATH answers only with its version selected. */
function candidates() {
  const pyenv = process.env.PYENV_ROOT || join(homedir(), '.pyenv')
  const versions = existsSync(join(pyenv, 'versions')) ? readdirSync(join(pyenv, 'versions')) : []
  const managed = versions
    .filter((name) => name.startsWith('3.12.'))
    .map((name) => join(pyenv, 'versions', name, 'bin/python'))
  return ['python3.12', ...managed, 'python3', 'python']
}

function isPython312(command) {
  const { stdout } = spawnSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8',
  })
  return stdout?.trim() === '3.12'
}

/** Path of the environment's python, made if needed; or `{ missing }`, a sentence. */
export function ensurePython(root, say) {
  const folder = join(root, `.cache/venv-${SDK.replace('==', '-')}`)
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (existsSync(join(folder, 'ready'))) return { python }
  const base = candidates().find(isPython312)
  if (!base) return { missing: 'no Python 3.12 answers here (python3.12 on PATH, or one of pyenv)' }
  say(`Making a Python environment with ${SDK} …`)
  rmSync(folder, { recursive: true, force: true })
  const made = spawnSync(base, ['-m', 'venv', folder], { encoding: 'utf8' })
  if (made.status)
    return { missing: `${base} cannot make a virtual environment: ${made.stderr.trim().split('\n').at(-1)}` }
  const got = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES], {
    encoding: 'utf8',
  })
  if (got.status) return { missing: `${SDK} cannot be installed: ${got.stderr.trim().split('\n').at(-1)}` }
  writeFileSync(join(folder, 'ready'), '')
  return { python }
}
