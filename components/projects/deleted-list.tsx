'use client'

import { ChevronRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { InlineMessage } from '@/components/ui/inline-message'
import { TimeAgo } from './time-ago'

export interface DeletedPlugin {
  id: string
  label: string
  /** RFC 3339. */
  deletedAt: string
}

/** What was deleted and can still be put back, folded away below the plugins. */
export function DeletedList({
  plugins,
  days,
  now,
  restore,
}: {
  plugins: readonly DeletedPlugin[]
  /** For so long after its deletion a plugin can be put back. */
  days: number
  now: string
  /** Answers whether it did it. */
  restore: (id: string) => Promise<boolean>
}) {
  const router = useRouter()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function putBack({ id, label }: DeletedPlugin) {
    setBusy(id)
    setProblem(undefined)
    const done = await restore(id).catch(() => false)
    setBusy(undefined)
    if (!done) setProblem(`${label} could not be put back. Reload the page and try again.`)
    router.refresh()
  }

  return (
    <details className="group px-4 py-3 md:px-10">
      <summary className="quick -mx-2 inline-flex h-8 cursor-pointer select-none list-none items-center gap-1.5 rounded-control px-2 text-ink-2 hover:bg-hover hover:text-ink max-md:h-11 [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="group-open:rotate-90" />
        Deleted plugins <span className="text-ink-3">{plugins.length}</span>
      </summary>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed.">
          {problem}
        </InlineMessage>
      )}
      <p className="mt-1 text-12 text-ink-3">Each can be put back for {days} days, with its history and comments.</p>
      <ul className="mt-2 max-w-[720px] border-t border-line">
        {plugins.map((plugin) => (
          <li key={plugin.id} className="flex min-h-10 items-center gap-3 border-b border-line py-1.5">
            <span className="min-w-0 flex-1 truncate">{plugin.label}</span>
            <span className="text-12 text-ink-3">
              <TimeAgo time={plugin.deletedAt} now={now} />
            </span>
            <Button
              size="compact"
              busy={busy === plugin.id && 'Putting back'}
              aria-label={`Put back ${plugin.label}`}
              onClick={() => void putBack(plugin)}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
