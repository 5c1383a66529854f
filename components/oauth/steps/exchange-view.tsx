'use client'

import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Exchange } from '@/lib/oauth/flow'
import { addedHeaders } from '@/lib/oauth/http'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import type { ShownExchange } from '@/lib/oauth/shown-flow'
import { CopyButton } from './copy-button'
import { bodyLines, headerLines, startLines } from './message-lines'
import { MessageText } from './message-text'
import { statusText } from './status-text'

/** A request and its answer side by side; before it is sent, the request as it would go out. `secrets` puts them in place of masks. */
export function ExchangeView({
  exchange,
  next,
  secrets,
}: {
  exchange?: ShownExchange
  next?: Exchange['request']
  secrets?: RevealedFlow
}) {
  const clear = exchange && secrets?.exchanges.find(({ at }) => at === exchange.at)
  const request = exchange ? { ...exchange.request, ...clear?.request } : next
  const answer = exchange?.answer && { ...exchange.answer, ...clear?.answer }
  return (
    <div className="grid border-b border-line @3xl:grid-cols-2 @3xl:divide-x @3xl:divide-line">
      <Side
        title={exchange ? 'Sent' : 'Will be sent'}
        empty="Nothing can be sent yet."
        end={exchange && <CopyButton text={exchange.curl}>Copy as cURL</CopyButton>}
      >
        {request && (
          <>
            <MessageText
              lines={[
                ...startLines(request.method, request.url),
                ...headerLines(request),
                ...(request.body ? [[], ...bodyLines(request)] : []),
              ]}
            />
            <p className="mt-2 text-12 text-ink-3">
              Our HTTP client (undici) adds {addedHeaders(request).join(', ')}. Other clients add others.
            </p>
          </>
        )}
      </Side>
      <Side
        title="Came back"
        empty={exchange?.failure ?? 'Nothing yet.'}
        end={
          answer && (
            <span className="flex items-baseline gap-2 text-12">
              <code className={answer.status < 400 ? 'text-accent-ink' : 'text-error'}>
                {statusText(answer.status)}
              </code>
              <span className="text-ink-3">{answer.milliseconds} ms</span>
            </span>
          )
        }
      >
        {answer && (
          <>
            <AnswerHeaders headers={answer.headers} />
            <MessageText lines={bodyLines(answer)} />
          </>
        )}
      </Side>
    </div>
  )
}

/** Folded but for the one that says what the body is: what a gateway adds would push the body out of sight. */
function AnswerHeaders({ headers }: { headers: Exchange['request']['headers'] }) {
  const says = ([name]: readonly [string, string]) =>
    /^(?:content-type|location|retry-after|www-authenticate)$/i.test(name)
  const others = headers.filter((header) => !says(header))
  return (
    <div className="mb-2">
      <MessageText lines={headerLines({ headers: headers.filter(says) })} />
      {others.length > 0 && (
        <details>
          <summary className="w-fit rounded-tag text-12 text-ink-2">
            {others.length === 1 ? '1 more header' : `${others.length} more headers`}
          </summary>
          <MessageText lines={headerLines({ headers: others })} />
        </details>
      )}
    </div>
  )
}

function Side({
  title,
  end,
  empty,
  children,
}: {
  title: string
  end?: ReactNode
  empty: string
  children?: ReactNode
}) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col max-@3xl:not-first:border-t max-@3xl:border-line">
      <header className="flex h-9 items-center gap-2 border-b border-line px-4 text-12 text-ink-2">
        <h3>{title}</h3>
        <span className="ml-auto" />
        {end}
      </header>
      <div
        role="region"
        aria-label={`${title}: text`}
        tabIndex={0}
        className={classNames(
          'max-h-80 min-h-20 flex-1 overflow-y-auto bg-page px-4 py-2',
          !children && 'text-12 text-ink-3',
        )}
      >
        {children ?? empty}
      </div>
    </section>
  )
}
