'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SeverityGlyph } from '@/components/ui/severity'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import type { Step } from '@/lib/oauth/flow'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import type { ShownFlow } from '@/lib/oauth/shown-flow'
import { statusText } from './status-text'
import { StepPanel } from './step-panel'
import { stepWords } from './step-words'
import { StoredSection, type StoredFor } from './stored-section'
import { TokenSummary } from './token-summary'
import { useRevealed } from './use-revealed'

export interface FlowStepsProps {
  flow: ShownFlow
  /** Sends the request of a step; the flow that is given next has its answer. */
  perform: (input: { step: Step; url?: string }) => unknown
  /** Asks for the secrets in clear, which is written down; undefined or a rejection where they cannot be had. */
  reveal: () => Promise<RevealedFlow | undefined>
  /** The step whose answer is waited for. */
  busy?: Step
  /** What the last step failed by before anything was sent, in a sentence. */
  trouble?: string
  plugin?: StoredFor
}

/** Everything after the callback: the exchange, what can be done with the token, and what Dify would make of it. */
export function FlowSteps({ flow, perform, reveal, busy, trouble, plugin }: FlowStepsProps) {
  const offered = flow.offers.map(({ step }) => step).filter((step) => isOffered(flow, step))
  const [chosen, setChosen] = useState<Step>()
  const step = chosen ?? flow.exchanges.at(-1)?.step ?? offered[0] ?? 'exchange'
  const revealed = useRevealed(reveal)
  return (
    <div className="@container relative">
      <Tabs value={step} onValueChange={(value) => setChosen(offered.find((each) => each === value))}>
        <div className="flex items-start border-b border-line pr-2 [&>button]:mt-1">
          <TabList aria-label="Steps" className="min-w-0 flex-1 flex-wrap gap-x-4 gap-y-0 border-0 px-4">
            {offered.map((each) => (
              <Tab key={each} value={each} count={<StepState flow={flow} step={each} />}>
                {stepWords[each].title}
              </Tab>
            ))}
          </TabList>
          <Button
            look="ghost"
            size="compact"
            icon={revealed.secrets ? EyeOff : Eye}
            busy={revealed.asking && 'Asking'}
            onClick={revealed.secrets ? revealed.hide : revealed.show}
          >
            {revealed.secrets ? 'Hide secrets' : 'Show secrets'}
          </Button>
        </div>
        <p role="status" className="sr-only">
          {revealed.secrets && 'Secrets are shown, for half a minute or until you leave this window.'}
        </p>
        {revealed.failed && (
          <p role="alert" className="border-b border-line bg-error-soft px-4 py-1.5 text-12 text-error">
            The secrets could not be shown. Try again in a moment; a flow is kept for an hour.
          </p>
        )}
        {offered.map((each) => (
          <TabPanel key={each} value={each}>
            <StepPanel {...{ flow, perform, busy, trouble }} step={each} secrets={revealed.secrets} />
          </TabPanel>
        ))}
      </Tabs>
      <TokenSummary flow={flow} secrets={revealed.secrets} />
      <StoredSection flow={flow} plugin={plugin} />
      <p role="status" className="sr-only">
        {busy === undefined && said(flow)}
      </p>
    </div>
  )
}

/** The last answer in a few words, for who does not see it. */
function said({ exchanges }: ShownFlow): string {
  const last = exchanges.at(-1)
  if (!last) return ''
  const { title } = stepWords[last.step]
  if (!last.answer) return `${title}: no answer. ${last.failure ?? ''}`
  const { refusal, remarks } = last
  const failed = remarks.find(({ verdict }) => verdict === 'fail')
  const reason = refusal?.code || refusal?.description || failed?.text || 'no reason was given'
  return `${title}: ${statusText(last.answer.status)}${refusal ? `, refused: ${reason.replace(/\.$/, '')}` : ''}.`
}

function isOffered({ settings }: ShownFlow, step: Step): boolean {
  if (step === 'exchange') return settings.grant === 'authorization_code'
  return step !== 'client-credentials' || settings.grant === 'client_credentials'
}

/** How the last request of a step ended; nothing where it was not tried. */
function StepState({ flow, step }: { flow: ShownFlow; step: Step }) {
  const last = flow.exchanges.findLast((each) => each.step === step)
  if (!last) return <span className="block w-3.5" />
  const failed = last.refusal !== undefined || !last.answer
  return (
    <>
      <SeverityGlyph of={failed ? 'error' : 'fine'} size={14} />
      <span className="sr-only">{failed ? 'refused' : 'answered'}</span>
    </>
  )
}
