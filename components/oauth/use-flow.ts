'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Step } from '@/lib/oauth/flow'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import type { OAuthSettings } from '@/lib/oauth/settings'
import type { ShownFlow } from '@/lib/oauth/shown-flow'
import { askServer, Refused } from './ask-server'
import { askAgainIn } from './flow-waits'
import { rememberFlow, useRememberedFlow } from './remembered'

export interface StartInput {
  settings: OAuthSettings
  /** Absent: that of the flow before. */
  clientSecret?: string
  callbackPath: string
}

/**
 * The flow of this page as the server keeps it, asked for again while a sign-in waits for its answer. A reload finds it again by its
 * id; whatever is secret of it stays on the server.
 */
export function useFlow(place: string) {
  const queries = useQueryClient()
  const id = useRememberedFlow(place)
  const key = ['oauth flow', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      askServer<ShownFlow>('GET', `flows/${id}`).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) forget()
        throw error
      }),
    enabled: id !== undefined,
    retry: false,
    refetchInterval: ({ state }) => askAgainIn(state.data, Date.now()),
  })

  const forget = () => rememberFlow(place, undefined)

  const take = (flow: ShownFlow) => queries.setQueryData(['oauth flow', flow.id], flow)

  const start = useMutation({
    mutationFn: (input: StartInput) => askServer<ShownFlow>('POST', 'flows', { ...input, secretOf: id }),
    onSuccess: (flow) => {
      take(flow)
      rememberFlow(place, flow.id)
    },
  })
  const step = useMutation({
    mutationFn: (asked: { step: Step; url?: string; of?: string }) =>
      askServer<ShownFlow>('POST', `flows/${asked.of ?? id}/steps`, { step: asked.step, url: asked.url }),
    onSuccess: take,
  })
  const paste = useMutation({
    mutationFn: (url: string) => askServer<ShownFlow>('POST', `flows/${id}/callback`, { url }),
    onSuccess: take,
  })
  const clear = useMutation({
    mutationFn: (all: boolean) => askServer<undefined>('DELETE', all || id === undefined ? 'flows' : `flows/${id}`),
    onSuccess: forget,
  })
  const forgetSecret = useMutation({
    mutationFn: () => askServer<ShownFlow>('DELETE', `flows/${id}/secret`),
    onSuccess: take,
  })
  const reveal = () => askServer<RevealedFlow>('POST', `flows/${id}/reveal`)

  return {
    /** None before the first sign-in, and after the page was cleared. */
    flow: id === undefined ? undefined : query.data,
    loading: id !== undefined && query.isPending,
    start,
    step,
    paste,
    clear,
    forgetSecret,
    reveal,
    /** Why the flow cannot be asked for. */
    lost: query.error ?? undefined,
  }
}

export type PlaygroundFlow = ReturnType<typeof useFlow>
