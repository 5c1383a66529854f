'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw, Tag } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Segments } from '@/components/ui/segments'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { showToast } from '@/components/ui/toast'
import { useLater } from '@/components/ui/use-later'
import { lazyPart } from '@/components/ui/lazy-part'
import { useEditor, useStore } from '../store/use-editor'
import { clockText } from './clock-text'
import { CompareFields } from './compare-fields'
import { ComparePackages } from './compare-packages'
import { fetchComparison, type ComparedSide, type HistoryGroup } from './fetch-history'
import { NameVersion } from './name-version'
import { restoreVersion } from './restore-version'
import { ways, type Chosen } from './use-chosen'

const CompareTexts = lazyPart('The comparison', () => import('./compare-texts').then((module) => module.CompareTexts))

const wayTitles = { fields: 'Fields', text: 'Text', package: 'Package' }

interface PaneProps {
  projectId: string
  saveNow: () => void
  groups: readonly HistoryGroup[]
  chosen: Chosen
  onChoose: (part: Partial<Chosen>) => void
}

/** Two revisions side by side: by field, by text or as packages; the later one can be restored and named. */
export function ComparePane({ projectId, saveNow, groups, chosen, onChoose }: PaneProps) {
  const store = useStore()
  const readOnly = useEditor((state) => state.readOnly)
  const head = useEditor((state) => state.saved.revision)
  const [naming, setNaming] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const compared = useQuery({
    queryKey: ['compare', projectId, chosen.from, chosen.to],
    queryFn: () => fetchComparison(projectId, chosen.from, chosen.to),
  })
  const showsLoading = useLater(compared.isPending, 300)
  const { data } = compared
  const from = chosen.from ?? data?.from.id
  const old = subjectOf(chosen, head, data)

  async function restore(revision: string, time: string, path?: string) {
    setBusy(true)
    setProblem(undefined)
    const outcome = await restoreVersion({ store, projectId, saveNow }, { revision, clock: clockText(time), path })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.reason)
    const { entry } = outcome
    if (!entry) return showToast('Nothing changed: it stands as it did then.')
    showToast(entry.label, { label: 'Undo', run: () => store.undoEntry(entry) })
  }

  return (
    <section aria-label="Comparison" aria-busy={compared.isPending} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-(--pad) py-2">
        <h3 className="text-15 font-semibold">{data ? title(data.to, head) : 'Version'}</h3>
        <label className="flex items-center gap-2 text-ink-2">
          against
          <Select
            aria-label="Compare with"
            className="w-56"
            value={from === chosen.to ? 'none' : from}
            onValueChange={(id) => onChoose(compareWith(chosen, id, groups))}
            choices={choicesOf(groups, chosen, data)}
          />
        </label>
        <span className="flex-1" />
        {!readOnly && data && (
          <>
            <Button size="compact" look="ghost" icon={Tag} onClick={() => setNaming(true)}>
              {data.to.name === undefined ? 'Name this version' : 'Rename'}
            </Button>
            {old && (
              <Button
                size="compact"
                icon={RotateCcw}
                busy={busy && 'Restoring'}
                onClick={() => void restore(old.id, old.time)}
              >
                Restore {clockText(old.time)}
              </Button>
            )}
          </>
        )}
        {naming && data && <NameVersion projectId={projectId} version={data.to} onDone={() => setNaming(false)} />}
        <Segments
          aria-label="Compare by"
          value={chosen.by}
          onValueChange={(value) => onChoose({ by: ways.find((way) => way === value) ?? 'fields' })}
          choices={ways.map((way) => ({ value: way, label: wayTitles[way] }))}
          className="max-md:w-full"
        />
      </header>
      {problem !== undefined && <InlineMessage kind="error" title={problem} />}
      {compared.isError && (
        <InlineMessage
          kind="error"
          title="The comparison did not load."
          action={
            <Button size="compact" onClick={() => void compared.refetch()}>
              Try again
            </Button>
          }
        >
          {compared.error.message}
        </InlineMessage>
      )}
      {showsLoading && (
        <div aria-hidden className="grid gap-3 px-(--pad) py-4">
          <Skeleton className="w-1/3" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {data && chosen.by === 'fields' && (
        <CompareFields
          comparison={data}
          began={data.to.parent === undefined && chosen.from === undefined}
          onRestore={readOnly || !old ? undefined : (path) => void restore(old.id, old.time, path)}
        />
      )}
      {data && chosen.by === 'text' && (
        <CompareTexts
          projectId={projectId}
          comparison={data}
          onRestore={readOnly || !old ? undefined : (path) => void restore(old.id, old.time, path)}
        />
      )}
      {data && chosen.by === 'package' && <ComparePackages difference={data.package} />}
    </section>
  )
}

/** What would be restored: the version that is looked at, or, where that is the newest, the one it is compared with. */
function subjectOf(
  chosen: Chosen,
  head: string,
  data: { from: ComparedSide; to: ComparedSide } | undefined,
): ComparedSide | undefined {
  if (!data) return undefined
  if (chosen.to !== head) return data.to
  return data.from.id === head ? undefined : data.from
}

function title({ id, time, name, author }: ComparedSide, head: string): string {
  const when = id === head ? `Now, saved ${clockText(time)}` : clockText(time)
  return `${name === undefined ? '' : `${name}, `}${when}${author === undefined ? '' : ` by ${author}`}`
}

/** The two in the order of time, whichever was chosen first. */
function compareWith(chosen: Chosen, id: string, groups: readonly HistoryGroup[]): Partial<Chosen> {
  const all = groups.flatMap(({ revisions }) => revisions.map((revision) => revision.id))
  const later = all.includes(id) && all.indexOf(id) < all.indexOf(chosen.to)
  return later ? { from: chosen.to, to: id } : { from: id }
}

function choicesOf(
  groups: readonly HistoryGroup[],
  chosen: Chosen,
  data: { from: ComparedSide; to: ComparedSide } | undefined,
) {
  const from = data?.from
  const own = groups.find(({ revisions }) => revisions.some(({ id }) => id === chosen.to))
  const index = own?.revisions.findIndex(({ id }) => id === chosen.to) ?? -1
  const before = data?.to.parent ?? own?.revisions[index + 1]?.id ?? own?.from
  const ends = groups.flatMap(({ revisions: [newest], author }, at) =>
    newest && newest.id !== chosen.to
      ? [
          {
            value: newest.id,
            label:
              at === 0 ? 'now' : `${newest.name ?? clockText(newest.time)}${author === undefined ? '' : `, ${author}`}`,
          },
        ]
      : [],
  )
  const known = new Set(ends.map(({ value }) => value))
  return [
    ...(from && from.id === chosen.to ? [{ value: 'none', label: 'nothing: it began here' }] : []),
    ...(before !== undefined && !known.has(before) ? [{ value: before, label: 'the one before' }] : []),
    ...ends.map((end) => (end.value === before ? { ...end, label: `the one before (${end.label})` } : end)),
    ...(from && from.id !== chosen.to && from.id !== before && !known.has(from.id)
      ? [{ value: from.id, label: from.name ?? clockText(from.time) }]
      : []),
  ]
}
