/** Starts the app for the journeys, on fresh data that goes when it stops; with E2E_PROCESSES=2 as two processes on one PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const count = Number(process.env.E2E_PROCESSES ?? 1)
if (count > 1) {
  const { startProcesses } = await import('../scripts/several-processes.mjs')
  const { stop } = await startProcesses(count, Number(process.env.PORT))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)))
} else {
  const data = mkdtempSync(join(tmpdir(), 'plugwright-e2e-'))
  process.env.PLUGWRIGHT_DATA = data
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  await import('../scripts/start.mjs')
}
