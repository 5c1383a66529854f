'use client'

import { FileCode, ListTree, SquarePen, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { lazyPart } from '@/components/ui/lazy-part'
import { inIdleMoment } from '@/components/ui/when-idle'
import { CodePane } from '../code/code-pane'
import { FormPane } from '../form-pane'
import { Outline, type Drawn } from '../outline/outline'
import { ProblemsPane } from '../problems/problems-pane'
import { useUi, useUiStore, type PaneId } from '../store/ui-state'
import { useEditor } from '../store/use-editor'
import { Peek } from './peek'
import { useSizes } from './use-sizes'
import styles from './workbench.module.css'

const Splitter = lazyPart('The edge', () => import('./splitter').then((module) => module.Splitter))
const BelowOutline = lazyPart('The files', () =>
  import('../outline/below-outline').then((module) => module.BelowOutline),
)
const TableView = lazyPart('The table', () => import('../table/table-view').then((module) => module.default))
const HistoryView = lazyPart('The history', () => import('../history/history-view').then((module) => module.default))
const TextsView = lazyPart('The texts', () => import('../texts/texts-view').then((module) => module.default))

/** Outline, form, file and problems; in a narrow window one at a time. */
export function Workbench({ atFirst, ...project }: { atFirst: Drawn; projectId: string; saveNow: () => void }) {
  const ui = useUiStore()
  const pane = useUi((state) => state.pane)
  const view = useUi((state) => state.view)
  const drawer = useUi((state) => state.drawer)
  const folded = useUi((state) => state.problemsFolded)
  const fileFolded = useUi((state) => state.fileFolded)
  const finding = useUi((state) => state.bottom !== 'problems')
  const [sizes, setSizes] = useSizes()
  const [settled, setSettled] = useState(false)
  useEffect(() => inIdleMoment(() => setSettled(true)), [])
  const bench = useRef<HTMLDivElement>(null)
  const widest = () => (bench.current?.clientWidth ?? 1440) * 0.65

  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && ui.get().drawer && ui.set({ drawer: false })
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [ui])

  const style: CSSProperties & Record<`--${string}`, string | undefined> = {
    '--outline': sizes.outline === undefined ? undefined : `${sizes.outline}px`,
    '--file': sizes.file === undefined ? undefined : `clamp(360px, ${sizes.file}px, 65%)`,
    // What was found or said has many lines.
    '--problems': sizes.problems === undefined ? (finding ? '264px' : undefined) : `${sizes.problems}px`,
  }
  return (
    <div
      ref={bench}
      className={styles.bench}
      style={style}
      data-pane={view === undefined ? pane : 'form'}
      data-texts={view === 'texts' || view === 'history'}
    >
      <div className={styles.scrim} data-open={drawer} aria-hidden onClick={() => ui.set({ drawer: false })} />
      <nav className={styles.outline} data-open={drawer} aria-label="Plugin">
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Outline atFirst={atFirst}>{settled && <BelowOutline />}</Outline>
        </div>
        {settled && (
          <Splitter
            label="Width of the outline"
            vertical
            value={sizes.outline ?? 232}
            min={180}
            max={360}
            onChange={(outline) => setSizes({ outline })}
            onReset={() => setSizes({ outline: undefined })}
            className={styles.outlineGrip}
          />
        )}
      </nav>
      <main className={styles.form}>
        {view === 'texts' ? (
          <TextsView />
        ) : view === 'history' ? (
          <HistoryView {...project} />
        ) : view === undefined ? (
          <FormPane />
        ) : (
          <TableView typeId={view} />
        )}
        <Peek className={styles.peek} />
      </main>
      <section className={classNames(styles.file, fileFolded && styles.fileFolded)} aria-label="File">
        {settled && (
          <Splitter
            label="Width of the file"
            vertical
            reverse
            value={sizes.file ?? 600}
            min={360}
            max={2400}
            onChange={(size) => setSizes({ file: Math.min(size, widest()) })}
            onReset={() => setSizes({ file: undefined })}
            className={styles.fileGrip}
          />
        )}
        <CodePane />
        <Spine className={styles.spine} />
      </section>
      <section className={classNames(styles.problems, folded && styles.folded)} aria-label="Problems">
        {settled && (
          <Splitter
            label="Height of the problems"
            vertical={false}
            reverse
            value={sizes.problems ?? (finding ? 264 : 132)}
            min={69}
            max={600}
            onChange={(problems) => setSizes({ problems })}
            onReset={() => setSizes({ problems: undefined })}
            className={styles.problemsGrip}
          />
        )}
        <ProblemsPane />
      </section>
      <nav className={styles.nav} aria-label="Panes">
        <PaneButton id="outline" icon={ListTree} text="Outline" />
        <PaneButton id="form" icon={SquarePen} text="Form" />
        <PaneButton id="file" icon={FileCode} text="File" />
        <ProblemsButton />
      </nav>
    </div>
  )
}

/** What is left of a folded file pane: its name, upright. */
function Spine({ className }: { className?: string }) {
  const ui = useUiStore()
  const folded = useUi((state) => state.fileFolded)
  const spine = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (folded) spine.current?.focus()
  }, [folded])
  const name = useEditor(({ place }) => place.code.slice(place.code.lastIndexOf('/') + 1))
  return (
    <button
      type="button"
      aria-expanded={false}
      aria-label={`Open the file pane: ${name}`}
      ref={spine}
      onClick={() => ui.set({ fileFolded: false })}
      className={classNames(
        'code-12 quick size-full items-start justify-center py-3 text-ink-2 hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]',
        className,
      )}
    >
      <span className="[writing-mode:vertical-rl]">{name}</span>
    </button>
  )
}

function ProblemsButton() {
  const count = useEditor((state) => state.findings.length)
  return <PaneButton id="problems" icon={TriangleAlert} text={count > 0 ? `Problems ${count}` : 'Problems'} />
}

function PaneButton({ id, icon, text }: { id: PaneId; icon: LucideIcon; text: string }) {
  const ui = useUiStore()
  const on = useUi((state) => state.pane) === id
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => ui.set({ pane: id })}
      className={classNames(
        'relative flex flex-col items-center justify-center gap-0.5 text-11 text-ink-2 focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]',
        on &&
          "font-semibold text-accent-ink before:absolute before:inset-x-[22px] before:-top-px before:h-0.5 before:bg-accent before:content-['']",
      )}
    >
      <Icon of={icon} size={20} />
      {text}
    </button>
  )
}
