import 'server-only'
import { database } from './database'
import { keys } from './keys'

declare global {
  /** True from the moment the server was told to stop: what fails from then on is no news. */
  var plugwrightStopping: boolean | undefined
}

/** Makes everything ready that requests need. Throws with a sentence where the environment cannot work. */
export async function startServer(): Promise<void> {
  keys()
  await database()
  stops()?.add(closeDatabase)
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
