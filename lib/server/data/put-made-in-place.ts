import 'server-only'
import { existsSync, renameSync } from 'node:fs'

/** Ends a restore that was killed between its last two steps, when the old database was aside and the whole new one not yet in its place. */
export function putMadeInPlace(folder: string): void {
  if (!existsSync(folder) && existsSync(`${folder}.made`)) renameSync(`${folder}.made`, folder)
}
