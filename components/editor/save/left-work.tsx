'use client'

import { useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { InlineMessage } from '@/components/ui/inline-message'
import type { Files } from '@/lib/plugin/files'
import { besidePath } from './absorb'
import { downloadUnsaved } from './download-unsaved'
import { applyKept, isOthers, leftBehind, type JournalEntry } from './journal'
import { forgetWork, withLastWords } from './last-words'
import { livingTabs } from './tab'

/** Says that this browser keeps unsaved work of a project that cannot be put in here, gives it as a download, and discards it when asked. */
export function LeftWork({
  projectId,
  why,
  othersThan,
  className,
}: {
  projectId: string
  why: string
  othersThan?: readonly string[]
  className?: string
}) {
  const [entries, setEntries] = useState<readonly JournalEntry[]>([])
  const [asks, setAsks] = useState(false)
  const [problem, setProblem] = useState<string>()
  const files = useMemo(() => filesOf(entries), [entries])
  useEffect(() => {
    void leftWork(projectId).then((found) =>
      setEntries(othersThan ? found.filter((entry) => isOthers(entry, othersThan)) : found),
    )
  }, [projectId, othersThan])

  async function discard() {
    setAsks(false)
    setProblem(undefined)
    try {
      for (const { tab } of entries) {
        await forgetWork(projectId, tab)
        setEntries((left) => left.filter((entry) => entry.tab !== tab))
      }
    } catch (error) {
      setProblem(`It is still here: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  if (files.size === 0) return null
  return (
    <>
      <InlineMessage
        kind="publish"
        title="Unsaved work of an earlier visit is in this browser."
        className={className}
        action={
          <span className="flex flex-wrap gap-1.5">
            <Button size="compact" onClick={() => void downloadUnsaved(files)}>
              Download what was not saved
            </Button>
            <Button size="compact" look="ghost" onClick={() => setAsks(true)}>
              Discard
            </Button>
          </span>
        }
      >
        {problem ?? why}
      </InlineMessage>
      {asks && (
        <ConfirmDialog
          title="Discard the unsaved work?"
          keep="Keep it"
          verb="Discard"
          onKeep={() => setAsks(false)}
          onConfirm={() => void discard()}
        >
          {othersThan && 'It is the work of somebody else who used this browser. '}
          It stands in this browser alone and cannot be brought back: {namesOf(files)}.
        </ConfirmDialog>
      )}
    </>
  )
}

/** So many names are told. */
const MOST_NAMES = 5

function namesOf(files: Files): string {
  const more = files.size - MOST_NAMES
  return [...files.keys()].slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

async function leftWork(projectId: string): Promise<readonly JournalEntry[]> {
  const isAlive = await livingTabs().catch(() => () => false)
  return withLastWords(projectId, await leftBehind(projectId, isAlive).catch(() => []), isAlive)
}

/** All that the entries hold; where two hold a file of one name, the later stands beside the earlier. */
function filesOf(entries: readonly JournalEntry[]): Files {
  const files = new Map<string, string | Uint8Array>()
  for (const { changes } of entries) {
    for (const [path, content] of applyKept(new Map(), changes)) {
      files.set(files.has(path) ? besidePath(path, files) : path, content)
    }
  }
  return files
}
