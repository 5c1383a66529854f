'use client'

import { useEffect, useState } from 'react'
import type { PlaygroundFlow } from '../use-flow'
import { isStopped, nextStep } from './whole-flow'

/** Takes step after step by itself, from the moment that the person came back until there is none or one goes wrong. */
export function useWholeFlow({ flow, step, start }: Pick<PlaygroundFlow, 'flow' | 'step' | 'start'>) {
  const [wanted, setWanted] = useState(false)
  const next = wanted ? nextStep(flow) : undefined
  const idle = !step.isPending && !start.isPending
  const over = idle && (step.isError || (flow !== undefined && (isStopped(flow) || isAllDone(flow, next))))
  const { mutate } = step

  useEffect(() => {
    if (next !== undefined && idle && !over) mutate({ step: next })
  }, [next, idle, over, mutate])

  return {
    running: wanted && !over,
    run: () => setWanted(true),
    stop: () => setWanted(false),
  }
}

function isAllDone(flow: NonNullable<PlaygroundFlow['flow']>, next: string | undefined): boolean {
  return next === undefined && flow.exchanges.length > 0
}
