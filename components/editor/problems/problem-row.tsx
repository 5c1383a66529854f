'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useMemo } from 'react'
import { WithCode } from '@/components/form/with-code'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SeverityGlyph } from '@/components/ui/severity'
import type { Finding } from '@/lib/plugin/document'
import { textOf } from '@/lib/plugin/files'
import { useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { goToFinding, lineOfFinding } from './go-to-finding'
import { Why } from './why'

/** One finding: to its place, why Dify cares, and its repair. */
export function ProblemRow({
  finding,
  sameFile,
  open,
  onOpen,
}: {
  finding: Finding
  /** The row above is about the same file, which is then said once. */
  sameFile: boolean
  open: boolean
  onOpen: () => void
}) {
  const store = useStore()
  const ui = useUiStore()
  const why = useId()
  const readOnly = useEditor((state) => state.readOnly)
  const line = useLine(finding)

  return (
    <li className="border-t border-line [contain-intrinsic-size:auto_32px] [content-visibility:auto] first:border-t-0">
      <div className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-1.5 pr-2.5 hover:bg-hover">
        <button
          type="button"
          data-problem
          onClick={() => goToFinding(store, ui, finding)}
          className="grid min-h-8 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-2.5 py-1 pl-6 text-left focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:min-h-11 max-md:grid-cols-[16px_minmax(0,1fr)] max-md:items-start max-md:gap-y-1 max-md:py-2 max-md:pl-4"
        >
          <SeverityGlyph of={finding.severity} />
          <Message text={finding.message} />
          <span className="code-12 whitespace-nowrap text-ink-3 max-md:col-start-2">
            <span className={sameFile ? 'sr-only' : undefined}>{finding.file}</span>
            {line !== undefined && `:${line}`}
          </span>
        </button>
        {finding.fix && !readOnly ? (
          <Button size="compact" onClick={() => finding.fix && store.change(finding.fix.title, finding.fix.apply)}>
            {finding.fix.title}
          </Button>
        ) : (
          <span />
        )}
        <IconButton
          icon={open ? ChevronDown : ChevronRight}
          size="compact"
          label="Why Dify cares"
          aria-expanded={open}
          aria-controls={open ? why : undefined}
          onClick={() => {
            onOpen()
            if (!open) requestAnimationFrame(() => document.getElementById(why)?.scrollIntoView({ block: 'nearest' }))
          }}
        />
      </div>
      {open && <Why id={why} finding={finding} />}
    </li>
  )
}

/** The instruction stands out, the reason follows. */
function Message({ text }: { text: string }) {
  // what stands in backticks is code, whose colons end nothing
  const end = text.replace(/`[^`]*`/g, (code) => '_'.repeat(code.length)).search(/[.!?:](\s|$)/) + 1
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

function useLine(finding: Finding): number | undefined {
  // The findings speak of the files that were checked: while somebody types, nothing is counted anew.
  const text = useEditor((state) => textOf(state.checked ?? state.files, finding.file))
  return useMemo(() => lineOfFinding(finding, text), [finding, text])
}
