import { afterEach, beforeAll, expect, it } from 'vitest'
import { database } from '@/lib/server/database'
import { host } from '@/lib/server/host'
import { describeOnDatabases } from '@/lib/server/test-database'
import { GET as health } from '../health/route'
import { GET as ready } from './route'

describeOnDatabases('a server', () => {
  beforeAll(async () => void (await database()))
  afterEach(() => {
    host().stopping = false
  })

  it('is ready while its database answers', async () => {
    expect((await ready()).status).toBe(200)
  })

  it('is not ready while it stops, and still well', async () => {
    host().stopping = true
    const response = await ready()
    expect([response.status, await response.json()]).toEqual([
      503,
      { error: { message: 'Ask another process: this one is stopping.' } },
    ])
    expect(health().status).toBe(200)
  })
})

it('is not ready where the database cannot be opened, and still well', async () => {
  const failed = Promise.reject(new Error('gone'))
  failed.catch(() => {})
  globalThis.plugwrightDatabase = failed
  const response = await ready()
  globalThis.plugwrightDatabase = undefined
  expect([response.status, await response.json()]).toEqual([
    503,
    { error: { message: 'Wait: the database does not answer.' } },
  ])
  expect(health().status).toBe(200)
})
