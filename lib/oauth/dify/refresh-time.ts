import { difyRules, type OAuthKind } from './dify-rules'

/** All times in unix seconds. */
export interface RefreshTime {
  /** Never; at the first use after `after`; or by the poller, at the first minute after it. */
  when: 'never' | 'on-use' | 'by-poller'
  after?: number
  /** It would happen right now. */
  due: boolean
  /** A token that lives no longer than the poller looks ahead is refreshed each minute. */
  everyMinute: boolean
  text: string
}

/**
 * When Dify would refresh: tools and data sources on use with less than 60 s left, triggers by a poller with less than 3600 s left,
 * -1 never (oauth.md section 5). `lifetime` is what a new token gets, where that is known.
 */
export function refreshTime(kind: OAuthKind, expiresAt: number, now: number, lifetime?: number): RefreshTime {
  if (expiresAt === -1)
    return { when: 'never', due: false, everyMinute: false, text: 'Dify never refreshes: expires_at is -1.' }
  const { by, secondsLeft } = difyRules[kind].refresh
  const after = expiresAt - secondsLeft
  const due = after < now
  if (by === 'use')
    return {
      when: 'on-use',
      after,
      due,
      everyMinute: false,
      text: 'Dify refreshes at the first use with less than 60 s left, and stores exactly what your Python returns.',
    }
  const everyMinute = lifetime !== undefined && lifetime > 0 && lifetime <= secondsLeft
  return {
    when: 'by-poller',
    after,
    due,
    everyMinute,
    text: everyMinute
      ? 'Dify looks each minute for tokens with less than an hour left. This one never has more: it is refreshed each minute.'
      : 'Dify looks each minute and refreshes with less than an hour left. It stores exactly what your Python returns.',
  }
}
