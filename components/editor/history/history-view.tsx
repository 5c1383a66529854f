'use client'

import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { FileArchive, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { InlineMessage } from '@/components/ui/inline-message'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor } from '../store/use-editor'
import { useLeaveView } from '../use-leave-view'
import { ComparePane } from './compare-pane'
import { fetchPage } from './fetch-history'
import { FieldBlame } from './field-blame'
import { HistoryList } from './history-list'
import { InstalledPackage } from './installed-package'
import { LineBlame } from './line-blame'
import { onRecorded } from './record-download'
import { useChosen } from './use-chosen'

interface HistoryProps {
  projectId: string
  saveNow: () => void
}

/** Every revision of the project, in groups and words, and any two of them side by side. */
export default function HistoryView(props: HistoryProps) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: Infinity } } }))
  useEffect(() => onRecorded(() => void queries.invalidateQueries({ queryKey: ['history'] })), [queries])
  return (
    <QueryClientProvider client={queries}>
      <History {...props} />
    </QueryClientProvider>
  )
}

function History({ projectId, saveNow }: HistoryProps) {
  const ui = useUiStore()
  const box = useRef<HTMLDivElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  useLeaveView(box)
  // What is on the screen is in the history.
  useEffect(saveNow, [saveNow])
  const head = useEditor((state) => state.saved.revision)
  const asked = useUi((state) => state.history)
  const pages = useInfiniteQuery({
    queryKey: ['history', projectId, head],
    queryFn: ({ pageParam }) => fetchPage(projectId, pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const groups = pages.data?.pages.flatMap((page) => page.groups) ?? []
  const { chosen, choose } = useChosen(groups, pages.data?.pages[0]?.head)
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line px-(--pad)">
        <h2 className="text-15 font-semibold">History</h2>
        <span className="min-w-0 truncate text-ink-3 max-md:hidden">Every version, who made it and what changed</span>
        <span className="flex-1" />
        <input
          ref={chooser}
          type="file"
          accept=".difypkg"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) ui.set({ history: { file } })
          }}
        />
        <Button size="compact" icon={FileArchive} onClick={() => chooser.current?.click()}>
          Which version is a package?
        </Button>
        <IconButton
          icon={X}
          size="compact"
          label="Close the history"
          onClick={() => ui.set({ view: undefined, history: undefined })}
        />
      </div>
      {asked?.file && (
        <InstalledPackage
          key={`${asked.file.name} ${asked.file.lastModified}`}
          projectId={projectId}
          file={asked.file}
          onCompare={choose}
        />
      )}
      {asked?.field && <FieldBlame projectId={projectId} {...asked.field} onChoose={choose} />}
      {asked?.line && <LineBlame projectId={projectId} {...asked.line} onChoose={choose} />}
      {pages.isError && (
        <InlineMessage
          kind="error"
          title="The history did not load."
          action={
            <Button size="compact" onClick={() => void pages.refetch()}>
              Try again
            </Button>
          }
        >
          {pages.error.message}
        </InlineMessage>
      )}
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <HistoryList
          groups={groups}
          loading={pages.isPending}
          chosen={chosen}
          onChoose={choose}
          more={
            pages.hasNextPage ? { busy: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() } : undefined
          }
        />
        {chosen && (
          <ComparePane projectId={projectId} saveNow={saveNow} groups={groups} chosen={chosen} onChoose={choose} />
        )}
      </div>
    </div>
  )
}
