'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import type { Files } from '@/lib/plugin/files'
import { besidePath } from './absorb'
import { downloadUnsaved } from './download-unsaved'
import { applyKept, isOthers, leftBehind, type JournalEntry } from './journal'
import { withLastWords } from './last-words'
import { livingTabs } from './tab'

/** Says that this browser keeps unsaved work of a project that cannot be put in here, and gives it as a download. */
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
  const [files, setFiles] = useState<Files>(new Map())
  useEffect(() => {
    void leftWork(projectId).then((entries) =>
      setFiles(filesOf(othersThan ? entries.filter((entry) => isOthers(entry, othersThan)) : entries)),
    )
  }, [projectId, othersThan])
  if (files.size === 0) return null
  return (
    <InlineMessage
      kind="publish"
      title="Unsaved work of an earlier visit is in this browser."
      className={className}
      action={
        <Button size="compact" onClick={() => void downloadUnsaved(files)}>
          Download what was not saved
        </Button>
      }
    >
      {why}
    </InlineMessage>
  )
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
