import 'server-only'
import { database } from './database'
import { keys } from './keys'
import { removeExpiredFlows } from './oauth/flows'
import { removeExpiredRecords } from './practice/records'

declare global {
  /** True from the moment the server was told to stop: what fails from then on is no news. */
  var plugwrightStopping: boolean | undefined
}

/** Makes everything ready that requests need. Throws with a sentence where the environment cannot work. */
export async function startServer(): Promise<void> {
  keys()
  await database()
  const tidying = setInterval(() => void tidy().catch(() => {}), 60_000)
  tidying.unref()
  stops()?.add(closeDatabase)
}

/** Removes what is kept for a time only. */
async function tidy(): Promise<void> {
  await removeExpiredFlows()
  await removeExpiredRecords()
}

/** Kept by scripts/start.mjs under this symbol; absent where something else runs the app. */
function stops(): Set<() => Promise<void>> | undefined {
  const kept: unknown = Reflect.get(globalThis, Symbol.for('plugwright.stops'))
  return kept instanceof Set ? kept : undefined
}

async function closeDatabase(): Promise<void> {
  const opened = globalThis.plugwrightDatabase
  globalThis.plugwrightStopping = true
  globalThis.plugwrightDatabase = Promise.reject(new Error('The server is stopping.'))
  globalThis.plugwrightDatabase.catch(() => {})
  await (await opened)?.close()
}
