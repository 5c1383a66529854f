import 'server-only'
import pg from 'pg'

/** What is done with what is heard. */
export interface Hearing {
  onPayload: (payload: string) => void
  /** Notifications may have been missed. */
  onGap: () => void
}

const FIRST_WAIT_MS = 100
const MOST_WAIT_MS = 5_000
/** A connection can be dead without anybody saying so: so often it is asked, and so long it may take to answer. */
const PROBE_MS = 10_000
const ANSWER_MS = 5_000

/**
 * Hears a channel of a PostgreSQL server on one connection of its own, which is made again whenever it is lost. Resolves after the first
 * try; gives the way to stop.
 */
export async function listenServer(url: string, channel: string, hearing: Hearing): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let heard = false
  let tries = 0

  async function connect() {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      application_name: 'plugwright events',
    })
    client = fresh
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', ({ payload }) => payload && hearing.onPayload(payload))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    } catch {
      return lost(fresh)
    }
    if (client !== fresh) return
    tries = 0
    if (heard) hearing.onGap()
    heard = true
    probeLater(fresh)
  }

  function probeLater(of: pg.Client) {
    timer = setTimeout(() => {
      of.query('SELECT 1').then(
        () => client === of && probeLater(of),
        () => lost(of),
      )
    }, PROBE_MS)
    timer.unref()
  }

  function lost(of: pg.Client) {
    if (client !== of) return
    client = undefined
    // What was published since the last answer may not have come.
    heard = true
    clearTimeout(timer)
    of.end().catch(() => {})
    if (stopped) return
    const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, MOST_WAIT_MS)
    tries += 1
    timer = setTimeout(() => void connect(), wait / 2 + (Math.random() * wait) / 2)
    timer.unref()
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    const last = client
    client = undefined
    await last?.end().catch(() => {})
  }
}
