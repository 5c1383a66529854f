import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { askControl, serveControl } from './control.mjs'
import { socketOf } from './lock.mjs'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'data-'))
})

it('carries a request and its answer, whatever their size', async () => {
  const stop = await serveControl(data, (request) => Promise.resolve({ echo: request }))
  const request = { text: 'x\n天'.repeat(100_000) }
  expect(await askControl(data, request)).toEqual({ echo: request })
  await stop()
})

it('is open to its own user only', async () => {
  const stop = await serveControl(data, () => ({}))
  expect(statSync(socketOf('control', data)).mode & 0o777).toBe(0o600)
  await stop()
})

it('answers nothing where nobody runs, or where who runs ends meanwhile', async () => {
  expect(await askControl(data, {})).toBeUndefined()
  const stop = await serveControl(data, () => ({}))
  await stop()
  expect(await askControl(data, {})).toBeUndefined()
})

it('gives the sentence of what fails, and of a process that is not ready', async () => {
  const stop = await serveControl(data, () => Promise.reject(new Error('The disk is full.')))
  expect(await askControl(data, {})).toEqual({ problem: 'The disk is full.' })
  await stop()
  const again = await serveControl(data, () => undefined)
  expect(await askControl(data, {})).toEqual({ problem: 'Plugwright is starting: try again in a moment.' })
  await again()
})
