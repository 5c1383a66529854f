'use client'

import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { Step } from './step'
import { StandardLink } from './steps/standard-link'
import type { OAuthProject, OAuthTarget } from './playground'
import type { PlaygroundFlow } from './use-flow'

const FlowSteps = dynamic(() => import('./steps/flow-steps').then((module) => module.FlowSteps))

const DeclareKey = lazyPart('The plugin', () => import('./write-code/declare-key').then((module) => module.default))

/** The last steps of the flow, once there is something to exchange or to say. */
export function TokenStep({
  playing,
  project,
  target,
}: {
  playing: PlaygroundFlow
  project?: OAuthProject
  /** The provider of the plugin that is chosen. */
  target?: OAuthTarget
}) {
  const [declaring, setDeclaring] = useState<{ name: string; tries: number; trouble?: string }>()
  const declare = (name: string) => setDeclaring((now) => ({ name, tries: (now?.tries ?? 0) + 1 }))
  const onDone = useCallback(() => setDeclaring(undefined), [])
  const onTrouble = useCallback((trouble: string) => setDeclaring((now) => now && { ...now, trouble }), [])
  const { flow, step, reveal } = playing
  const began = flow !== undefined && (flow.callback !== undefined || flow.exchanges.length > 0)
  return (
    <Step
      title="Token and refresh"
      aside={began ? <StandardLink of="RFC 6749 §4.1.3" /> : 'Not yet'}
      reached={flow?.token !== undefined}
    >
      {began ? (
        <FlowSteps
          flow={flow}
          perform={(asked) => step.mutate(asked)}
          reveal={reveal}
          busy={step.isPending ? step.variables.step : undefined}
          plugin={
            target?.schema && {
              kind: target.kind,
              schema: target.schema,
              ...(project && !project.readOnly && { declare, declaring }),
            }
          }
          trouble={step.error?.message}
        />
      ) : (
        <p className="max-w-[52ch] px-4 py-3.5 text-ink-2">
          The code that comes back is exchanged here, by our server: request and answer side by side, what Dify would
          store, and when it would refresh.
        </p>
      )}
      {project && target && declaring && (
        <DeclareKey
          key={declaring.tries}
          {...{ project, onDone, onTrouble }}
          file={target.file}
          name={declaring.name}
        />
      )}
    </Step>
  )
}
