'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Step } from '@/lib/oauth/flow'
import { configuredOrigins, tryRequest } from '@/lib/oauth/request/token-use-requests'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import type { ShownExchange, ShownFlow } from '@/lib/oauth/shown-flow'
import { ExchangeView } from './exchange-view'
import { ExplanationList } from './explanation-list'
import { RemarkList } from './remark-list'
import { StandardLink } from './standard-link'
import { statusText } from './status-text'
import { stepWords } from './step-words'

export interface StepPanelProps {
  flow: ShownFlow
  step: Step
  perform: (input: { step: Step; url?: string }) => unknown
  /** The step whose answer is waited for. */
  busy?: Step
  /** What the last step failed by before anything was sent. */
  trouble?: string
  secrets?: RevealedFlow
}

/** One step: why, the button that sends it, what was sent and came back, and what is to be said of it. */
export function StepPanel({ flow, step, perform, busy, trouble, secrets }: StepPanelProps) {
  const words = stepWords[step]
  const sent = flow.exchanges.filter((each) => each.step === step)
  const [chosenAt, setChosenAt] = useState<number>()
  const exchange = sent.find(({ at }) => at === chosenAt) ?? sent.at(-1)
  const offer = flow.offers.find((each) => each.step === step)
  const [url, setUrl] = useState('')
  const reasonId = useId()
  const typed = step === 'try' && offer?.ok === true && url !== '' ? tryRequest(flow.settings, 'token', url) : undefined
  const reason = offer?.ok === false ? offer.reason : typed?.ok === false ? typed.reason : undefined
  const send = () => {
    setChosenAt(undefined)
    perform(step === 'try' ? { step, url } : { step })
  }
  return (
    <>
      <form
        className="grid gap-2 border-b border-line px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason === undefined && busy === undefined && (step !== 'try' || url !== '')) send()
        }}
      >
        <p className="max-w-[76ch] text-ink-2">
          {words.why}{' '}
          <span className="text-12">
            <StandardLink of={words.standard} />
          </span>
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {step === 'try' && (
            <Input
              mono
              edge="w-full @2xl:w-[420px]"
              aria-label="Address"
              aria-describedby={reasonId}
              aria-invalid={typed?.ok === false || undefined}
              placeholder={`${configuredOrigins(flow.settings)[0] ?? 'https://api.example.com'}/…`}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
          <Button
            type="submit"
            look={sent.length === 0 && reason === undefined ? 'primary' : 'plain'}
            busy={busy === step && words.busy}
            disabledReason={reason ?? (busy !== undefined && busy !== step ? 'Wait for the answer.' : undefined)}
          >
            {words.verb}
          </Button>
          {sent.length > 1 && exchange && (
            <span className="ml-auto w-44">
              <Select
                aria-label="Which request"
                value={String(exchange.at)}
                onValueChange={(value) => setChosenAt(Number(value))}
                choices={sent.map((each, index) => ({ value: String(each.at), label: requestLabel(each, index) }))}
              />
            </span>
          )}
        </div>
        <p id={reasonId} role="status" className={classNames('min-h-4 text-12', trouble ? 'text-error' : 'text-ink-3')}>
          {reason ?? trouble}
        </p>
      </form>
      <ExchangeView exchange={exchange} next={offer?.ok ? offer.request : undefined} secrets={secrets} />
      {exchange && <Reading exchange={exchange} />}
    </>
  )
}

function requestLabel({ answer }: ShownExchange, index: number): string {
  return `${index + 1}: ${answer ? statusText(answer.status) : 'no answer'}`
}

/** What is to be said of an exchange: the refusal explained, then the strict and the lenient reading. */
function Reading({ exchange: { refusal, explanations, remarks } }: { exchange: ShownExchange }) {
  const strict = remarks.filter((each) => each.strict === true)
  const lenient = remarks.filter((each) => each.strict !== true)
  return (
    <div className="grid gap-4 px-4 py-3">
      {refusal && <ExplanationList refusal={refusal} explanations={explanations} />}
      <div className="grid gap-4 @3xl:grid-cols-2 @3xl:gap-8">
        {lenient.length > 0 && (
          <section>
            <h3 className="mb-2 text-12 text-ink-2">As Plugwright reads it, leniently</h3>
            <RemarkList remarks={lenient} label="Lenient reading" />
          </section>
        )}
        {strict.length > 0 && (
          <section>
            <h3 className="mb-2 text-12 text-ink-2">As the standard wants it</h3>
            <RemarkList remarks={strict} label="Strict judgement" />
          </section>
        )}
      </div>
    </div>
  )
}
