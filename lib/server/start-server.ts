import 'server-only'
import { offerControl } from './data/control'
import { startSnapshots } from './data/snapshots'
import { database } from './database'
import { removeGoneTabs } from './events/presence'
import { closeStreams, countAllStreams } from './events/streams'
import { host, onStop } from './host'
import { keys } from './keys'
import { logFault } from './log'
import { setGauge } from './metrics'
import { removeExpiredFlows } from './oauth/flows'
import { removeExpiredRecords } from './practice/records'
import { removeUnused } from './remove-unused'
import { serveRequest } from './serve-request'

declare global {
  /** True from the moment the database is being closed: what fails from then on is no news. */
  var plugwrightStopping: boolean | undefined
}

/** Makes everything ready that requests need. Throws with a sentence where the environment cannot work. */
export async function startServer(): Promise<void> {
  keys()
  await database()
  const tidying = setInterval(() => void tidy().catch(() => {}), 60_000)
  tidying.unref()
  const removing = setInterval(() => void removeUnused().catch(unremoved), 3_600_000)
  removing.unref()
  offerControl()
  onStop(startSnapshots())
  onStop(closeStreams)
  setGauge('plugwright_event_streams', countAllStreams)
  host().ends.add(closeDatabase)
  host().serve = serveRequest
}

/** Removes what is kept for a time only. */
async function tidy(): Promise<void> {
  await removeExpiredFlows()
  await removeExpiredRecords()
  await removeGoneTabs()
}

function unremoved(error: unknown): void {
  if (!globalThis.plugwrightStopping) logFault('What is unused was not removed', error)
}

async function closeDatabase(): Promise<void> {
  const opened = globalThis.plugwrightDatabase
  globalThis.plugwrightStopping = true
  globalThis.plugwrightDatabase = Promise.reject(new Error('The server is stopping.'))
  globalThis.plugwrightDatabase.catch(() => {})
  await (await opened)?.close()
}
