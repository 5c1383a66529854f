'use client'

import { InlineMessage } from '@/components/ui/inline-message'
import type { ShownFlow } from '@/lib/oauth/shown-flow'
import { ExplanationList } from '../steps/explanation-list'
import { secondsLeft } from '../flow-waits'
import { RemarkList } from '../steps/remark-list'
import { StandardLink } from '../steps/standard-link'
import { Step } from '../step'
import { useSeconds } from '../use-seconds'
import { PasteCallback } from './paste-callback'
import { RedirectUriList, type RedirectUriListProps } from './redirect-uri-list'

export interface CallbackStepProps extends RedirectUriListProps {
  flow?: ShownFlow
  pasting: boolean
  pasteTrouble?: string
  onPaste: (url: string) => void
}

/** What came back with the browser, each check by its paragraph; while nothing has, how long there is, and where it comes to. */
export function CallbackStep({ flow, pasting, pasteTrouble, onPaste, ...uris }: CallbackStepProps) {
  const callback = flow?.callback
  const waits = secondsLeft(flow, 0) !== undefined
  const now = useSeconds(waits)
  const left = now === undefined ? undefined : secondsLeft(flow, now * 1000)
  return (
    <Step title="Callback" aside={<Aside flow={flow} />} reached={callback !== undefined}>
      <div aria-live="polite">
        {left !== undefined && left > 0 && <Waiting left={left} stray={callback !== undefined} />}
        {left === 0 && (
          <InlineMessage kind="advice" title="The five minutes are over.">
            Dify lets a sign-in wait no longer either. Sign in again.
          </InlineMessage>
        )}
        {callback && <CameBack callback={callback} />}
      </div>
      {waits && left !== 0 && <PasteCallback busy={pasting} trouble={pasteTrouble} onPaste={onPaste} />}
      <div className={flow ? 'border-t border-line' : undefined}>
        <RedirectUriList {...uris} />
      </div>
    </Step>
  )
}

function Aside({ flow }: { flow?: ShownFlow }) {
  if (flow?.callback && flow.authorization)
    return `${Math.max(0, Math.round((flow.callback.at - flow.authorization.at) / 1000))} s later`
  return flow?.authorization ? 'Waiting' : <StandardLink of="RFC 6749 §4.1.2" />
}

/** Counts down aloud only to the eye: a screen reader would speak each second. */
function Waiting({ left, stray }: { left: number; stray: boolean }) {
  return (
    <div className="px-4 py-3.5">
      <p>
        {stray
          ? 'What came is no answer to this sign-in; the right one may still come.'
          : 'Waiting for the service to send you back.'}
      </p>
      <p className="mt-1 text-12 text-ink-3">
        <span aria-hidden className="tabular-nums">
          {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')} left.{' '}
        </span>
        As in Dify, there are five minutes, and the answer counts once.
      </p>
    </div>
  )
}

function CameBack({ callback }: { callback: NonNullable<ShownFlow['callback']> }) {
  const { parameters, remarks, explanations, error, description } = callback
  return (
    <>
      <ul aria-label="What came back" className="border-b border-line">
        {parameters.map(({ name, value }, index) => (
          <li
            key={index}
            className="code-12 grid grid-cols-[minmax(0,88px)_minmax(0,1fr)] gap-x-2 border-t border-line px-4 py-2 leading-4 first:border-t-0"
          >
            <span className="break-words text-c-key">{name}</span>
            <span className="[overflow-wrap:anywhere] text-c-plain">{value}</span>
          </li>
        ))}
      </ul>
      <div className="grid gap-3 px-4 py-3">
        {error !== undefined && (
          <ExplanationList refusal={{ code: error, description: description ?? '' }} explanations={explanations} />
        )}
        <RemarkList remarks={remarks} label="Checks of the callback" />
      </div>
    </>
  )
}
