import type { Remark } from '../remark'
import type { Token } from './read-token'

export interface Refreshed {
  /** The refresh token that counts from now on; none where there was none. */
  refreshToken?: string
  rotated: boolean
  remarks: readonly Remark[]
}

/** What a refresh changed (RFC 6749 §6): the refresh token may be a new one, and the old one stays where none came. */
export function compareRefresh(before: { accessToken: string; refreshToken: string }, token: Token): Refreshed {
  const rotated = token.refreshToken !== undefined && token.refreshToken !== before.refreshToken
  return {
    refreshToken: token.refreshToken ?? before.refreshToken,
    rotated,
    remarks: [
      ...(token.accessToken === before.accessToken ? [sameToken] : []),
      rotated ? rotatedRemark : token.refreshToken === undefined ? keptRemark : repeatedRemark,
    ],
  }
}

const sameToken: Remark = {
  verdict: 'note',
  text: 'The access token is the same as before: the server gives a new one only when it is about to end.',
}

const rotatedRemark: Remark = {
  verdict: 'note',
  text: 'A new refresh token came: the old one is spent, or will be soon.',
  standard: 'RFC 9700 §4.14.2',
  remedy:
    'Python must return the new one. Two calls at the same moment can spend it twice: older Dify does not guard against that.',
}

const keptRemark: Remark = {
  verdict: 'note',
  text: 'No refresh token came: the old one stays good.',
  standard: 'RFC 6749 §6',
  remedy: 'Python must return the old one again: Dify replaces all credentials by what is returned.',
}

const repeatedRemark: Remark = {
  verdict: 'note',
  text: 'The same refresh token came again.',
  standard: 'RFC 6749 §6',
}
