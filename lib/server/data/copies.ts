import 'server-only'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the copy of the database that a command works on; it goes with the command. */
export const copyName = (pid: number) => `database.copy-${pid}`

/** Removes the copies of commands that were killed. */
export function removeLeftCopies(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^database\.copy-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
