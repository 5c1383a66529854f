/** Starts the app for the journeys, on a fresh data folder that goes when it stops. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const data = mkdtempSync(join(tmpdir(), 'plugwright-e2e-'))
process.env.PLUGWRIGHT_DATA = data
process.on('exit', () => rmSync(data, { recursive: true, force: true }))
await import('../scripts/start.mjs')
