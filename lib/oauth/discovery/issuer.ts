import type { Remark } from '../remark'

const standard = 'RFC 8414 §3.3'
const microsoft =
  /^https:\/\/login\.(?:microsoftonline\.(?:com|us|de)|chinacloudapi\.cn)\/(?:common|organizations|consumers)\/v2\.0$/

export type IssuerJudgement = { ok: boolean; remark: Remark }

/** Whether metadata are those of the issuer that was asked: the two must be the same text. */
export function judgeIssuer(asked: string, found: unknown): IssuerJudgement {
  if (typeof found !== 'string')
    return {
      ok: false,
      remark: { verdict: 'fail', text: 'The metadata name no issuer.', standard: 'RFC 8414 §2', remedy: byHand },
    }
  if (found === asked)
    return { ok: true, remark: { verdict: 'pass', text: 'The metadata are those of the issuer.', standard } }
  // One document for all tenants: each token names its own (a known exception, oauth.md section 7.5).
  if (microsoft.test(asked) && /^https:\/\/login\.[\w.]+\/(?:\{tenantid\}|[0-9a-f-]{36})\/v2\.0$/i.test(found))
    return {
      ok: true,
      remark: {
        verdict: 'bent',
        text: `Microsoft’s metadata for several tenants name the issuer ${found}.`,
        standard,
        remedy: 'Put the ID of the tenant into the issuer where tokens are to be compared with it.',
      },
    }
  const slash = found.replace(/\/$/, '') === asked.replace(/\/$/, '')
  return {
    ok: false,
    remark: {
      verdict: 'fail',
      text: `The metadata name the issuer ${found.slice(0, 200)}, not ${asked}. They are not used: another server could stand behind them.`,
      standard,
      remedy: slash
        ? `Only the slash at the end differs: give the issuer as ${found.slice(0, 200)}.`
        : 'Give the issuer exactly as the server names itself, if that is the one you mean.',
    },
  }
}

const byHand = 'Enter the addresses by hand.'
