'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import type { Finding, Severity } from '@/lib/plugin/document'
import { severityWords } from '@/lib/plugin/gates'
import { useStore } from '../store/use-editor'
import { nameOfFinding, severities } from './go-to-finding'
import { ProblemRow } from './problem-row'

/** The findings by severity, and within one by file. */
export function ProblemList({
  findings,
  words,
  only,
}: {
  findings: readonly Finding[]
  words: string
  only: Severity | undefined
}) {
  const store = useStore()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<string>()
  const shown = findings.filter(
    (finding) => (only === undefined || finding.severity === only) && matches(finding, words),
  )
  const groups = severities
    .map((severity) => ({ severity, own: shown.filter((finding) => finding.severity === severity) }))
    .filter(({ own }) => own.length > 0)

  function keys(event: KeyboardEvent) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])]
    const index = rows.findIndex((row) => row === event.target)
    if (index < 0) return
    const next = event.key === 'ArrowDown' ? rows[index + 1] : event.key === 'ArrowUp' ? rows[index - 1] : undefined
    if (next) {
      event.preventDefault()
      next.focus()
    }
    const { fix } = groups.flatMap(({ own }) => own)[index] ?? {}
    if (event.key === '.' && (event.metaKey || event.ctrlKey) && fix) {
      event.preventDefault()
      store.change(fix.title, fix.apply)
    }
  }

  if (groups.length === 0) return <p className="px-6 py-2.5 text-ink-2 max-md:px-4">No problem has these words.</p>
  return (
    <div ref={list} onKeyDown={keys}>
      {groups.map(({ severity, own }) => (
        <section key={severity} aria-label={severityWords[severity].title}>
          {groups.length > 1 && (
            <h3 className="sticky top-0 z-(--z-sticky) border-b border-line bg-surface pb-1 pl-6 pt-1.5 text-11 font-semibold text-ink-3 max-md:pl-4">
              {severityWords[severity].title}
            </h3>
          )}
          <ul>
            {own.map((finding, index) => {
              const name = nameOfFinding(finding)
              return (
                <ProblemRow
                  key={name}
                  finding={finding}
                  sameFile={own[index - 1]?.file === finding.file}
                  open={open === name}
                  onOpen={() => setOpen(open === name ? undefined : name)}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

function matches({ message, file, rule }: Finding, words: string): boolean {
  const text = `${message} ${file} ${rule}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
