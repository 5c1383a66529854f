import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that it is there whole or as it was: aside first, then renamed. Its folder is made; a file that exists keeps its
 * mode, and a link its name. With `fresh` one that exists is left alone. Throws what the system says (system-error.ts words it).
 */
export function writeWhole(path: string, content: string | Uint8Array, { fresh = false } = {}): void {
  mkdirSync(dirname(path), { recursive: true })
  if (fresh) writeFileSync(path, '', { flag: 'wx' })
  const place = statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path
  const part = join(dirname(place), `.plugwright-${process.pid}.part`)
  try {
    writeFileSync(part, content, { flag: 'wx' })
    const known = fresh ? undefined : statSync(place, { throwIfNoEntry: false })
    if (known) chmodSync(part, known.mode)
    renameSync(part, place)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) rmSync(part, { force: true })
    if (fresh) rmSync(place, { force: true })
    throw error
  }
}
