'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { Tab, TabList, Tabs } from '@/components/ui/tabs'
import { SeverityGlyph, severityText } from '@/components/ui/severity'
import type { Finding, Severity } from '@/lib/plugin/document'
import { lazyPart } from '@/components/ui/lazy-part'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor } from '../store/use-editor'

const ProblemList = lazyPart('The list of problems', () =>
  import('./problem-list').then((module) => module.ProblemList),
)
const FindPane = lazyPart('Find', () => import('../find/find-pane').then((module) => module.FindPane))
const CommentsPane = lazyPart('The comments', () =>
  import('../comments/comments-pane').then((module) => module.default),
)
const Refusal = lazyPart('Why there was no package', () => import('./refusal').then((module) => module.Refusal))
const ProblemTools = lazyPart('The filter', () => import('./problem-tools').then((module) => module.ProblemTools))

/** What Dify would say to the plugin: the verdict, and each finding with a way to its place and its repair; beside it, find. */
export function ProblemsPane() {
  const ui = useUiStore()
  const findings = useEditor((state) => state.findings)
  const checked = useEditor((state) => state.checked !== undefined)
  const folded = useUi((state) => state.problemsFolded)
  const bottom = useUi((state) => state.bottom)
  const refused = useUi((state) => state.message !== undefined)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Severity>()
  const pane = useRef<HTMLDivElement>(null)
  // A severity of which nothing is left hides nothing.
  const only = findings.some(({ severity }) => severity === chosen) ? chosen : undefined
  return (
    <div className="flex size-full min-h-0 flex-col bg-surface">
      <header className="flex min-h-9 shrink-0 items-center gap-x-5 max-sm:flex-wrap border-b border-line pl-6 pr-2.5 max-md:pl-4">
        <Tabs
          value={bottom}
          onValueChange={(value) => {
            const known = (['find', 'comments'] as const).find((each) => each === value)
            ui.set({ bottom: known ?? 'problems', problemsFolded: false })
          }}
        >
          <TabList aria-label="Problems, find and comments" className="-mb-px border-b-0">
            <Tab value="problems" count={findings.length} aria-controls={undefined}>
              Problems
            </Tab>
            <Tab value="find" aria-controls={undefined}>
              Find
            </Tab>
            <Tab value="comments" aria-controls={undefined}>
              Comments
            </Tab>
          </TabList>
        </Tabs>
        {findings.length > 0 && !folded && bottom === 'problems' && (
          <ProblemTools findings={findings} words={words} onWords={setWords} />
        )}
        <Verdict findings={findings} checked={checked} only={only} onOnly={setChosen} />
        <IconButton
          icon={folded ? ChevronUp : ChevronDown}
          size="compact"
          className="max-[899px]:hidden"
          label={folded ? 'Open the problems' : 'Fold the problems'}
          aria-expanded={!folded}
          onClick={() => ui.set({ problemsFolded: !folded })}
        />
      </header>
      {bottom === 'find' && !folded && <FindPane />}
      {bottom === 'comments' && !folded && <CommentsPane />}
      <div
        ref={pane}
        className={classNames('relative min-h-0 flex-1 overflow-y-auto', bottom !== 'problems' && 'hidden')}
      >
        {refused && <Refusal onShow={() => pane.current?.querySelector<HTMLElement>('[data-problem]')?.focus()} />}
        {findings.length > 0 && <ProblemList findings={findings} words={words} only={only} />}
        {checked && findings.length === 0 && (
          <p className="px-6 py-2.5 text-ink-2 max-md:px-4">
            Nothing to mend. Dify installs this plugin and the marketplace’s checks pass.
          </p>
        )}
      </div>
    </div>
  )
}

interface VerdictProps {
  findings: readonly Finding[]
  checked: boolean
  only: Severity | undefined
  onOnly: (severity: Severity | undefined) => void
}

function Verdict({ findings, checked, only, onOnly }: VerdictProps) {
  if (!checked) return <span className="ml-auto text-12 text-ink-3">Checking</span>
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const toggle = (of: Severity) => (
    <Count of={of} count={count(of)} on={only === of} onClick={() => onOnly(only === of ? undefined : of)} />
  )
  return (
    <span role="status" className="ml-auto flex items-center gap-2 text-12 text-ink-2">
      {count('error') === 0 ? (
        <span className="flex items-center gap-1.5 px-2 text-accent">
          <SeverityGlyph of="fine" size={14} />
          Installs
        </span>
      ) : (
        toggle('error')
      )}
      {toggle('publish')}
      {toggle('advice')}
    </span>
  )
}

const colors = { error: 'text-error', publish: 'text-publish', advice: 'text-advice' }

/** How many of a severity; pressed, only these are listed. */
function Count({ of, count, on, onClick }: { of: Severity; count: number; on: boolean; onClick: () => void }) {
  if (count === 0) return null
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={classNames(
        'quick flex h-6 items-center gap-1.5 whitespace-nowrap rounded-control px-2 hover:bg-hover aria-pressed:bg-press',
        colors[of],
      )}
    >
      <SeverityGlyph of={of} size={14} />
      <span className={of === 'error' ? undefined : 'max-sm:sr-only'}>{severityText(of, count)}</span>
      {of !== 'error' && (
        <span aria-hidden className="sm:hidden">
          {count}
        </span>
      )}
    </button>
  )
}
