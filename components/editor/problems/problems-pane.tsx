'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { SeverityGlyph, severityText } from '@/components/ui/severity'
import type { Finding } from '@/lib/plugin/document'
import { textOf } from '@/lib/plugin/files'
import { lineColumn, rangeOf } from '@/lib/plugin/yaml/locate'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { WithCode } from '@/components/form/with-code'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { Refusal } from './refusal'

/** What Dify would say to the plugin: the verdict, and each finding with a way to its place and its repair. */
export function ProblemsPane() {
  const ui = useUiStore()
  const findings = useEditor((state) => state.findings)
  const checked = useEditor((state) => state.checked !== undefined)
  const folded = useUi((state) => state.problemsFolded)
  const pane = useRef<HTMLDivElement>(null)
  return (
    <div className="flex size-full min-h-0 flex-col bg-surface">
      <header className="flex h-9 shrink-0 items-center gap-5 border-b border-line pl-6 pr-2.5 max-md:pl-4">
        <h2 className="relative flex h-9 items-center gap-1.5 font-medium after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent after:content-['']">
          Problems <span className="font-normal text-ink-3">{findings.length}</span>
        </h2>
        <Verdict findings={findings} checked={checked} />
        <IconButton
          icon={folded ? ChevronUp : ChevronDown}
          size="compact"
          className="max-[899px]:hidden"
          label={folded ? 'Open the problems' : 'Fold the problems'}
          aria-expanded={!folded}
          onClick={() => ui.set({ problemsFolded: !folded })}
        />
      </header>
      <div ref={pane} className="min-h-0 flex-1 overflow-y-auto">
        <Refusal onShow={() => pane.current?.querySelector<HTMLElement>('[data-problem]')?.focus()} />
        <Rows findings={findings} />
        {checked && findings.length === 0 && (
          <p className="px-6 py-2.5 text-ink-2 max-md:px-4">
            Nothing to mend. Dify installs this plugin and the marketplace’s checks pass.
          </p>
        )}
      </div>
    </div>
  )
}

function Verdict({ findings, checked }: { findings: readonly Finding[]; checked: boolean }) {
  if (!checked) return <span className="ml-auto text-12 text-ink-3">Checking</span>
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const [errors, publish, advice] = [count('error'), count('publish'), count('advice')]
  return (
    <span role="status" className="ml-auto flex items-center gap-4 text-12 text-ink-2">
      {errors === 0 ? (
        <span className="flex items-center gap-1.5 text-accent">
          <SeverityGlyph of="fine" size={14} />
          Installs
        </span>
      ) : (
        <Count of="error" count={errors} />
      )}
      <Count of="publish" count={publish} />
      <Count of="advice" count={advice} />
    </span>
  )
}

const colors = { error: 'text-error', publish: 'text-publish', advice: 'text-advice' }

function Count({ of, count }: { of: Finding['severity']; count: number }) {
  if (count === 0) return null
  return (
    <span className={classNames('flex items-center gap-1.5', colors[of], of !== 'error' && 'max-sm:hidden')}>
      <SeverityGlyph of={of} size={14} />
      {severityText(of, count)}
    </span>
  )
}

function Rows({ findings }: { findings: readonly Finding[] }) {
  const store = useStore()
  const ui = useUiStore()
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const readOnly = useEditor((state) => state.readOnly)

  function jump(finding: Finding) {
    const { files } = store.get()
    const text = textOf(files, finding.file)
    if (!files.has(finding.file)) return
    // Python and text files have lines only, a document has fields.
    const field = finding.path && finding.path.length > 0 && text !== undefined
    ui.set(field ? { pane: 'form' } : { pane: 'file', fileFolded: false, inDify: false })
    store.open(finding.file, field ? finding.path : undefined)
  }

  function fix(finding: Finding) {
    if (finding.fix) store.change(finding.fix.title, finding.fix.apply)
  }

  function keys(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])]
    const index = buttons.findIndex((button) => button === event.target)
    if (index < 0) return
    const next =
      event.key === 'ArrowDown' ? buttons[index + 1] : event.key === 'ArrowUp' ? buttons[index - 1] : undefined
    if (next) {
      event.preventDefault()
      next.focus()
    }
    const finding = findings[index]
    if (event.key === '.' && (event.metaKey || event.ctrlKey) && finding) {
      event.preventDefault()
      fix(finding)
    }
  }

  return (
    <ul ref={list} onKeyDown={keys}>
      {findings.map((finding, index) => (
        <li
          key={`${finding.rule} ${finding.file} ${JSON.stringify(finding.path ?? finding.range ?? index)}`}
          className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto] items-center gap-2.5 border-t border-line pr-2.5 first:border-t-0 hover:bg-hover"
        >
          <button
            type="button"
            data-problem
            onFocus={() => setAt(index)}
            aria-current={at === index ? true : undefined}
            onClick={() => jump(finding)}
            className="grid min-h-8 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-2.5 py-1 pl-6 text-left focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:min-h-11 max-md:grid-cols-[16px_minmax(0,1fr)] max-md:items-start max-md:gap-y-1 max-md:py-2 max-md:pl-4"
          >
            <SeverityGlyph of={finding.severity} />
            <Message text={finding.message} />
            <PlaceText finding={finding} />
          </button>
          {finding.fix && !readOnly && (
            <Button size="compact" onClick={() => fix(finding)}>
              {finding.fix.title}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The instruction stands out, the reason follows. */
function Message({ text }: { text: string }) {
  const end = text.search(/[.!?:](\s|$)/) + 1
  const [instruction, reason] = end > 0 ? [text.slice(0, end), text.slice(end).trim()] : [text, '']
  return (
    <span className="min-w-0">
      <span className="sr-only">Go to: </span>
      <span className="font-medium">
        <WithCode text={instruction} />
      </span>{' '}
      <span className="text-ink-2">
        <WithCode text={reason} />
      </span>
    </span>
  )
}

function PlaceText({ finding }: { finding: Finding }) {
  const text = useEditor((state) => textOf(state.files, finding.file))
  const line = useMemo(() => {
    const range =
      finding.range ??
      (finding.path && text !== undefined && /\.ya?ml$/.test(finding.file)
        ? rangeOf(parseYaml(text), finding.path)
        : undefined)
    return range && text !== undefined ? lineColumn(text, range.from).line : undefined
  }, [finding, text])
  return (
    <span className="code-12 whitespace-nowrap text-ink-3 max-md:col-start-2">
      {finding.file.slice(finding.file.lastIndexOf('/') + 1)}
      {line !== undefined && `:${line}`}
    </span>
  )
}
