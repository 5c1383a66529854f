import { describe, expect, test } from 'vitest'
import { refreshTime } from './refresh-time'

const now = 1_795_366_933

describe('Dify refreshes', () => {
  test('never where expires_at is -1', () => {
    for (const kind of ['tool', 'datasource', 'trigger'] as const)
      expect(refreshTime(kind, -1, now)).toMatchObject({ when: 'never', due: false })
  })

  test.each(['tool', 'datasource'] as const)('a %s on use, with less than a minute left', (kind) => {
    expect(refreshTime(kind, now + 3600, now)).toMatchObject({ when: 'on-use', after: now + 3540, due: false })
    expect(refreshTime(kind, now + 60, now).due).toBe(false)
    expect(refreshTime(kind, now + 59, now).due).toBe(true)
    expect(refreshTime(kind, now - 1, now).due).toBe(true)
  })

  test('a trigger by the poller, with less than an hour left', () => {
    expect(refreshTime('trigger', now + 7200, now, 7200)).toMatchObject({
      when: 'by-poller',
      after: now + 3600,
      due: false,
      everyMinute: false,
    })
    expect(refreshTime('trigger', now + 3599, now).due).toBe(true)
  })

  test('a trigger each minute, where tokens live for an hour', () => {
    expect(refreshTime('trigger', now + 3600, now, 3600).everyMinute).toBe(true)
    expect(refreshTime('trigger', now + 3600, now).everyMinute).toBe(false)
  })
})
