'use client'

import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Segments } from '@/components/ui/segments'
import type { OAuthKind } from '@/lib/oauth/dify/dify-rules'
import { refreshTime } from '@/lib/oauth/dify/refresh-time'
import { storedCredentials, type DeclaredKey } from '@/lib/oauth/dify/stored-credentials'
import { usualSchema } from '@/lib/oauth/dify/usual-schema'
import type { ShownFlow, ShownToken } from '@/lib/oauth/shown-flow'
import { columns, KeyRow, rowStyle, valueText } from './key-row'
import { clockText } from './lifetime-text'
import { RemarkList } from './remark-list'
import { SectionHead } from './section-head'
import { useSeconds } from '../use-seconds'

/** The plugin that the client is tried for: its kind, and its `oauth_schema.credentials_schema`. */
export interface StoredFor {
  kind: OAuthKind
  schema: readonly DeclaredKey[]
  /** Adds a key to that schema; absent where the plugin may not be changed. */
  declare?: (name: string) => void
  /** The key that is being added, and what keeps it from being saved. */
  declaring?: { name: string; trouble?: string }
}

const kinds = [
  { value: 'tool', label: 'Tool' },
  { value: 'datasource', label: 'Data source' },
  { value: 'trigger', label: 'Trigger' },
] as const

/** What Dify would store of the token, which of it encrypted, and when it would refresh. */
export function StoredSection({ flow, plugin }: { flow: ShownFlow; plugin?: StoredFor }) {
  const [chosen, setChosen] = useState<OAuthKind>()
  const kind = chosen ?? plugin?.kind ?? 'tool'
  const own = plugin?.kind === kind
  return (
    <section aria-label="What Dify would store">
      <SectionHead title="What Dify would store">
        <span className="text-12 text-ink-3">
          {own ? 'By ' : 'By the usual '}
          <code>oauth_schema.credentials_schema</code>
          {own && ' of the plugin'}
        </span>
        <Segments
          aria-label="Kind of plugin"
          value={kind}
          onValueChange={(value) => setChosen(kinds.find((each) => each.value === value)?.value)}
          choices={kinds}
          className="@2xl:ml-auto"
        />
      </SectionHead>
      {flow.token ? (
        <Stored
          flow={flow}
          current={flow.token}
          kind={kind}
          schema={own ? plugin.schema : usualSchema(kind)}
          plugin={own ? plugin : undefined}
        />
      ) : (
        <p className="px-4 py-3 text-ink-3">Nothing without a token.</p>
      )}
    </section>
  )
}

interface StoredProps {
  flow: ShownFlow
  current: ShownToken
  kind: OAuthKind
  schema: readonly DeclaredKey[]
  /** Where the schema is that of a plugin. */
  plugin?: StoredFor
}

function Stored({ flow, current, kind, schema, plugin }: StoredProps) {
  const { settings } = flow
  const { token, notText, clientSecretAt, at } = current
  const { keys, expiresAt, remarks } = storedCredentials({
    kind,
    schema,
    settings,
    token,
    clientSecret: '',
    before: credentialsBefore(current),
    notText,
    clientSecretAt,
    now: at,
  })
  const now = useSeconds(true) ?? at
  const refresh = refreshTime(kind, expiresAt, now, token.expiresIn)
  return (
    <>
      <div aria-hidden className={classNames(columns, 'hidden h-7 items-center text-12 text-ink-3 @2xl:grid')}>
        <span>Key</span>
        <span>Value</span>
        <span>Declared as</span>
        <span>Stored</span>
      </div>
      <ul aria-label="Keys">
        {keys.map((key) => (
          <KeyRow key={key.name} of={key} plugin={plugin} />
        ))}
        <li className={rowStyle}>
          <code className="code-12">expires_at</code>
          <code className="code-12 text-ink-3">{expiresAt}</code>
          <span className="text-ink-2">Not a credential</span>
          <span className="text-ink-2">
            {expiresAt === -1
              ? 'Beside them: -1, for ever'
              : `Beside them: now + ${expiresAt - at}, which is ${clockText(expiresAt, now)}`}
          </span>
        </li>
      </ul>
      <div className="grid gap-4 border-t border-line px-4 py-3 @3xl:grid-cols-2 @3xl:gap-8">
        <section>
          <h3 className="mb-1 text-12 text-ink-2">When Dify would refresh</h3>
          <p>{refresh.text}</p>
          {refresh.after !== undefined && (
            <p className="text-ink-2">
              {refresh.due
                ? 'By now it would do so.'
                : `For this token: after ${clockText(refresh.after, now)}${refresh.when === 'on-use' ? ', at the next call' : ''}.`}
            </p>
          )}
        </section>
        {remarks.length > 0 && (
          <section>
            <h3 className="mb-2 text-12 text-ink-2">What to mind</h3>
            <RemarkList remarks={remarks} label="What to mind" />
          </section>
        )}
      </div>
    </>
  )
}

/** What Dify has from the answers before the last refresh. */
function credentialsBefore({ before, refreshToken }: ShownToken): Record<string, string> | undefined {
  if (!before) return undefined
  const texts = Object.entries(before.values).map(([name, value]): [string, string] => [name, valueText(value)])
  return { ...Object.fromEntries(texts), ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }) }
}
