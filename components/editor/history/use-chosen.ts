import { useEffect, useState } from 'react'
import type { HistoryGroup } from './fetch-history'

export const ways = ['fields', 'text', 'package'] as const
export type Way = (typeof ways)[number]

/** The two revisions that are compared, and how; `from` is absent for what the project began with. */
export interface Chosen {
  from?: string
  to: string
  by: Way
}

/** What is compared: what the address names, else the newest group. A choice goes into the address. */
export function useChosen(groups: readonly HistoryGroup[], head: string | undefined) {
  const [own, setOwn] = useState(fromAddress)
  const [newest] = groups
  const to = newest?.revisions[0]?.id ?? head
  const chosen = own ?? (to === undefined ? undefined : { from: newest?.from, to, by: 'fields' as const })

  useEffect(() => {
    const follow = () => setOwn(fromAddress())
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
      write(undefined)
    }
  }, [])

  return {
    chosen,
    choose(part: Partial<Chosen>) {
      const asked = { by: 'fields' as const, ...chosen, ...part }
      if (asked.to === undefined) return
      const next = { ...asked, to: asked.to }
      setOwn(next)
      write(next)
    },
  }
}

function fromAddress(): Chosen | undefined {
  const asked = new URL(location.href).searchParams
  const to = asked.get('to')
  const by = ways.find((way) => way === asked.get('by')) ?? 'fields'
  return to === null ? undefined : { from: asked.get('from') ?? undefined, to, by }
}

function write(chosen: Chosen | undefined): void {
  const url = new URL(location.href)
  for (const key of ['from', 'to', 'by'] as const) {
    const value = chosen?.[key]
    if (value === undefined) url.searchParams.delete(key)
    else url.searchParams.set(key, value)
  }
  const next = `${url.pathname}${url.search.replaceAll('%2F', '/')}`
  if (next !== `${location.pathname}${location.search}`) history.replaceState(history.state, '', next)
}
