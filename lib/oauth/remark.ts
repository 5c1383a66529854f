import type { Standard } from './standard'

/** What is to be said of something that was sent or came back. */
export interface Remark {
  /** Passed or failed a check; bent a standard but can be read; or merely worth knowing. */
  verdict: 'pass' | 'fail' | 'bent' | 'note'
  text: string
  standard?: Standard
  /** What to change, and where. */
  remedy?: string
  /** Said by a client that keeps to the standards. */
  strict?: boolean
}
