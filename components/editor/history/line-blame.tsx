'use client'

import { useQuery } from '@tanstack/react-query'
import { InlineMessage } from '@/components/ui/inline-message'
import { textOf } from '@/lib/plugin/files'
import { splitLines } from '@/lib/plugin/line-diff'
import { placeNow } from '@/lib/plugin/place-now'
import type { HistoryQuestion } from '../store/ui-state'
import { useEditor } from '../store/use-editor'
import { BlamedVersion, BlameSection } from './blame-section'
import { fetchLines } from './fetch-history'
import type { Chosen } from './use-chosen'

/** Who changed a line of a file last. */
export function LineBlame({
  projectId,
  path,
  line,
  text,
  onChoose,
}: NonNullable<HistoryQuestion['line']> & { projectId: string; onChoose: (part: Partial<Chosen>) => void }) {
  const head = useEditor((state) => state.saved.revision)
  const saved = useEditor((state) => textOf(state.saved.files, path))
  const blamed = useQuery({ queryKey: ['lines', projectId, path, head], queryFn: () => fetchLines(projectId, path) })
  const place = saved === undefined ? undefined : placeNow(text, saved, { line, lines: 1 })
  const revision =
    place && !place.changed
      ? blamed.data?.revisions.find(({ id }) => id === blamed.data.lines[place.line - 1])
      : undefined
  return (
    <BlameSection title={`Who changed line ${line} of ${path}`}>
      {blamed.isError && (
        <InlineMessage kind="error" title="The changes of this file did not load.">
          {blamed.error.message}
        </InlineMessage>
      )}
      {revision ? (
        <BlamedVersion revision={revision} onChoose={onChoose}>
          <code>{splitLines(text)[line - 1]?.trim() || 'an empty line'}</code>
        </BlamedVersion>
      ) : (
        blamed.data && <p className="text-ink-2">No saved version has this line as it is now.</p>
      )}
    </BlameSection>
  )
}
