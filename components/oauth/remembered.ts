'use client'

import { useSyncExternalStore } from 'react'
import { withoutSecrets } from '@/lib/oauth/redact/without-secrets'
import { emptyForm, keptForm, practicePreset, type PlaygroundForm } from './playground-form'

const formKey = (place: string) => `plugwright-oauth-${place}`
const flowKey = (place: string) => `plugwright-oauth-flow-${place}`

/** What was typed here before, without anything secret; `place` is the page, or the plugin that it is about. */
export function rememberedForm(place: string): Partial<PlaygroundForm> {
  return (
    attempt(() => {
      const kept: unknown = JSON.parse(localStorage.getItem(formKey(place)) ?? 'null')
      return keptForm.safeParse(kept).data
    }) ?? {}
  )
}

/** Keeps what stands in the form, for the next visit of this browser; a client of the practice provider is nobody's own. */
export function rememberForm(place: string, form: PlaygroundForm): void {
  if (form.presetId === practicePreset) return
  const { settings } = withoutSecrets(form.settings)
  const kept = { ...form, settings, clientSecret: emptyForm.clientSecret }
  attempt(() => localStorage.setItem(formKey(place), JSON.stringify(kept)))
}

export function forgetForm(place: string): void {
  attempt(() => localStorage.removeItem(formKey(place)))
}

const flows = new Map<string, string | undefined>()
const listeners = new Set<() => void>()

/** The id of the flow of this tab, of use to its own user alone; found again after a reload. */
export function useRememberedFlow(place: string): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => {
      if (!flows.has(place)) flows.set(place, attempt(() => sessionStorage.getItem(flowKey(place))) ?? undefined)
      return flows.get(place)
    },
    () => undefined,
  )
}

/** Keeps the id of the flow of this tab; none: there is no flow any more. */
export function rememberFlow(place: string, id: string | undefined): void {
  flows.set(place, id)
  attempt(() =>
    id === undefined ? sessionStorage.removeItem(flowKey(place)) : sessionStorage.setItem(flowKey(place), id),
  )
  for (const listener of listeners) listener()
}

/** A browser without storage forgets: nothing else depends on it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
