import { constants, existsSync, realpathSync, statSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { database } from '@/lib/server/database'
import { answerControl, controlAnswer, type ControlAnswer, type ControlRequest } from '@/lib/server/data/control'
import { copyName, removeLeftCopies } from '@/lib/server/data/copies'
import { putMadeInPlace } from '@/lib/server/data/put-made-in-place'
import { askControl } from '../control.mjs'
import { takeLock } from '../lock.mjs'

/**
 * Runs work on a copy of the embedded database: the process that runs on it makes one between two transactions, or this one does where none
 * runs. `running` says which. The copy goes afterwards; one that a killed command left goes with the next.
 */
export async function withCopy<T>(
  dataFolder: string,
  work: (copy: string, running: boolean) => Promise<T>,
): Promise<T> {
  const folder = dataFolderOf(dataFolder)
  removeLeftCopies(folder)
  const copy = join(folder, copyName(process.pid))
  try {
    const lock = await takeLock('data', folder, { work: 'npm run backup or move-data' })
    if (lock.release) await copyStill(folder, copy).finally(lock.release)
    else await askRunning(folder, { ask: 'copy', name: copyName(process.pid) }, lock.holder?.pid)
    return await work(copy, !lock.release)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Runs work while no other process uses the data folder. Throws a sentence where one does. */
export async function withLock<T>(dataFolder: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = dataFolderOf(dataFolder)
  const lock = await takeLock('data', folder, { work: 'npm run restore or move-data' })
  if (!lock.release)
    throw new Error(
      `Process ${lock.holder?.pid} runs Plugwright on ${folder}: stop it first, its database is replaced.`,
    )
  return work(folder).finally(lock.release)
}

/** Has it done by the process that has the embedded database, or by this one where none runs. */
export async function askHolder(dataFolder: string, request: ControlRequest): Promise<string> {
  const folder = dataFolderOf(dataFolder)
  const lock = await takeLock('data', folder, { work: 'npm run reset-password' })
  if (!lock.release) return askRunning(folder, request, lock.holder?.pid)
  try {
    return textOf(await answerHere(request))
  } finally {
    await lock.release()
  }
}

/** Does it in this process, on the database of its environment. */
export async function answerHere(request: ControlRequest): Promise<ControlAnswer> {
  await database()
  try {
    return await answerControl(request)
  } finally {
    await (await globalThis.plugwrightDatabase)?.close()
  }
}

export function textOf(answer: ControlAnswer): string {
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.text
}

/** What the process that runs on the folder answers. Throws its sentence where it cannot do it. */
export async function askRunning(folder: string, request: ControlRequest, pid?: number): Promise<string> {
  const answer = controlAnswer.safeParse(await askControl(folder, request))
  if (!answer.success) throw new Error(`Process ${pid} uses ${folder} and did not answer: try again, or stop it first.`)
  return textOf(answer.data)
}

async function copyStill(folder: string, copy: string): Promise<void> {
  const place = join(folder, 'database')
  putMadeInPlace(place)
  if (!existsSync(place)) throw new Error(`There is no database in ${folder}: name its data folder by PLUGWRIGHT_DATA.`)
  await cp(place, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

/** The real path, as the lock names it. Locks are a user's own: another user would not see that the app runs. */
function dataFolderOf(folder: string): string {
  if (!existsSync(folder)) throw new Error(`There is no data folder ${folder}: name it by PLUGWRIGHT_DATA.`)
  const user = process.getuid?.()
  if (user !== undefined && statSync(folder).uid !== user)
    throw new Error(`The data folder ${folder} belongs to another user: run this as the one who runs Plugwright.`)
  return realpathSync(folder)
}
