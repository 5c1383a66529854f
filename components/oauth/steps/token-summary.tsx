'use client'

import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { grantedScopes } from '@/lib/oauth/answer/granted-scopes'
import { refreshTokenRemedy } from '@/lib/oauth/dify/missing-refresh-token'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import type { ShownFlow, ShownToken } from '@/lib/oauth/shown-flow'
import { clockText, lifetimeText } from './lifetime-text'
import { SectionHead } from './section-head'
import { tokenStates, type TokenState } from './token-state'
import { useSeconds } from '../use-seconds'

/** The token that the flow has: what it is, what it may do, how long it lives, and whether it can be refreshed. */
export function TokenSummary({ flow, secrets }: { flow: ShownFlow; secrets?: RevealedFlow }) {
  const { token: current, settings } = flow
  const { access, refresh } = tokenStates(flow)
  return (
    <section aria-label="Token">
      <SectionHead title="Token" />
      {current ? (
        <dl className="grid">
          <Row name="Access token">
            <Secret>{secrets?.accessToken ?? current.token.accessToken}</Secret>
            <State of={access} unsure="Should have ended with the refresh token: ask about it to see." />
            <Hint>
              Type <code>{current.token.tokenType}</code>: it is sent as{' '}
              <code>Authorization: {settings.whoAmIScheme} …</code>
            </Hint>
          </Row>
          <Row name="Scopes">
            <Scopes flow={flow} current={current} />
          </Row>
          <Row name="Ends">
            <End current={current} fallback={settings.defaultExpiresIn} taken={access === 'gone'} />
          </Row>
          <Row name="Refresh token">
            <RefreshToken flow={flow} current={current} secret={secrets?.refreshToken} state={refresh} />
          </Row>
          {current.token.idToken !== undefined && (
            <Row name="ID token">
              <Secret>{secrets?.idToken ?? current.token.idToken}</Secret>
              <Hint>Says who signed in, to this client alone. Never send it to an API, and do not store it.</Hint>
            </Row>
          )}
        </dl>
      ) : (
        <p className="px-4 py-3 text-ink-3">No token yet. It is taken apart here as soon as it comes.</p>
      )}
    </section>
  )
}

function Scopes({ flow, current }: { flow: ShownFlow; current: ShownToken }) {
  const { granted, missing, added } = grantedScopes(flow.settings, current.token)
  if (granted.length + missing.length === 0) return <Hint>None was asked for, and the answer names none.</Hint>
  return (
    <>
      <ul className="flex flex-wrap gap-1">
        {granted.map((scope) => (
          <li key={scope} className="max-w-full">
            <Tag mono look={added.includes(scope) ? 'advice' : 'fill'} className="h-auto max-w-full">
              <span className="whitespace-normal break-all">{scope}</span>
              {added.includes(scope) && <span className="font-sans text-11">not asked for</span>}
            </Tag>
          </li>
        ))}
        {missing.map((scope) => (
          <li key={scope} className="max-w-full">
            <Tag mono look="error" className="h-auto max-w-full">
              <span className="whitespace-normal break-all line-through">{scope}</span>
              <span className="font-sans text-11">not granted</span>
            </Tag>
          </li>
        ))}
      </ul>
      {current.token.scope === undefined && (
        <Hint>The answer names no scopes, which means: those that were asked for.</Hint>
      )}
    </>
  )
}

function End({ current, fallback, taken }: { current: ShownToken; fallback: number; taken: boolean }) {
  const lifetime = current.token.expiresIn ?? (fallback > 0 ? fallback : undefined)
  const end = current.at + (lifetime ?? 0)
  const now = useSeconds(lifetime !== undefined && !taken)
  if (lifetime === undefined)
    return <Hint>The answer does not say when, and neither do the settings: for Dify it lives for ever.</Hint>
  const over = now !== undefined && end <= now
  return (
    <>
      <p className="min-h-5">
        {now !== undefined && (
          <>
            <time dateTime={new Date(end * 1000).toISOString()}>{clockText(end, now)}</time>
            {!over && !taken && (
              <span className="text-ink-2">
                , in <span role="timer">{lifetimeText(end - now)}</span>
              </span>
            )}
          </>
        )}
        <span role="status" className="text-error">
          {over && !taken && ': it has ended'}
        </span>
      </p>
      {current.token.expiresIn === undefined && (
        <Hint>The lifetime is that of the settings; the answer does not say it.</Hint>
      )}
    </>
  )
}

interface RefreshTokenProps {
  flow: ShownFlow
  current: ShownToken
  secret?: string
  state: TokenState
}

function RefreshToken({ flow, current, secret, state }: RefreshTokenProps) {
  const { before, refreshToken } = current
  if (refreshToken === undefined)
    return (
      <>
        <p>None</p>
        <Hint>
          {flow.settings.grant === 'client_credentials'
            ? 'This grant has none (RFC 6749 §4.4.3): a new token is asked for in the same way.'
            : `When the token ends, people have to sign in again in Dify. ${refreshTokenRemedy(flow.settings)}`}
        </Hint>
      </>
    )
  return (
    <>
      <Secret>{secret ?? refreshToken}</Secret>
      <State of={state} unsure="Most servers keep it when the access token is taken back: refresh to see." />
      <Hint>
        {before === undefined
          ? 'Dify gets a new token with it. Refresh once here to see whether it stays or changes.'
          : before.rotated
            ? `It replaced ${before.refreshToken} at the refresh: the server rotates it, and Python must return the new one each time.`
            : 'It stayed the same at the refresh. Python must return it again all the same: Dify keeps nothing of before.'}
      </Hint>
    </>
  )
}

function State({ of, unsure }: { of: TokenState; unsure: string }) {
  if (of === 'good') return null
  return of === 'gone' ? <Tag look="error">Taken back</Tag> : <Hint>{unsure}</Hint>
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0 @2xl:grid-cols-[144px_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function Secret({ children }: { children: string }) {
  return <code className="code-12 block [overflow-wrap:anywhere]">{children}</code>
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="text-12 text-ink-3">{children}</p>
}
