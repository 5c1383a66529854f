'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { Badge } from '@/components/ui/severity'
import { whenIdle } from '@/components/ui/when-idle'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import type { DocumentType, Finding } from '@/lib/plugin/document'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { fieldsOf } from './field-node'
import { Fields } from './fields'
import type { FormSource } from './form-source'
import { LanguageProvider } from './language'
import { isShown, sectionsOf, unknownKeys, type PlacedSection } from './layout'
import { SourceProvider, startsWith, useReading, useSource } from './source-context'
import { UnknownKeys } from './unknown-keys'
import { preloadLater } from './widgets'

/** The form of one document: its sections as tabs, `heading` above them, `message` below them. Give it the file as key. */
export function Form({
  type,
  source,
  heading,
  message,
}: {
  type: DocumentType
  source: FormSource
  heading: ReactNode
  message?: ReactNode
}) {
  const drafts = useForm<Record<string, string>>({ shouldUnregister: true, mode: 'onSubmit' })
  useEffect(() => whenIdle(preloadLater), [])
  return (
    <SourceProvider value={source}>
      <FormProvider {...drafts}>
        <LanguageProvider>
          <Sections type={type} heading={heading} message={message} />
        </LanguageProvider>
      </FormProvider>
    </SourceProvider>
  )
}

function Sections({ type, heading, message }: { type: DocumentType; heading: ReactNode; message?: ReactNode }) {
  const source = useSource()
  const root = fieldsOf(type)
  const [sections] = useState(() => sectionsOf(root, type.form))
  const filled = useReading((source) =>
    sections
      .map((section) => hasContent(section, source.value(), unknownKeys(root, type.form, source.value()).length))
      .join(),
  )
  const visible = sections.filter((_, index) => filled.split(',')[index] === 'true')
  const pointed = useReading((source) => {
    const { at, reveal, section } = source.focus()
    return at.length === 0 && section === undefined ? '' : `${reveal} ${section ?? sectionAt(sections, at)}`
  })
  const reveal = pointed.split(' ')[0] ?? ''
  const [state, setState] = useState({ chosen: pointed.slice(reveal.length + 1) || sections[0]?.id, reveal })
  if (reveal !== state.reveal)
    setState({ chosen: pointed === '' ? state.chosen : pointed.slice(reveal.length + 1), reveal })
  const chosen = visible.some((section) => section.id === state.chosen) ? state.chosen : visible[0]?.id
  return (
    <Tabs
      value={chosen}
      onValueChange={(id) => {
        setState({ chosen: id, reveal })
        source.chooseSection(id)
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <header className="shrink-0">
        {heading}
        <TabList aria-label="Sections" className="px-(--pad)">
          {visible.map((section) => (
            <Tab key={section.id} value={section.id} count={<TabCount section={section} />}>
              {section.title}
            </Tab>
          ))}
        </TabList>
      </header>
      {message}
      {visible.map((section) => (
        <TabPanel
          key={section.id}
          value={section.id}
          tabIndex={-1}
          className="@container/form relative min-h-0 flex-1 overflow-y-auto px-(--pad) pb-10 [--edge:var(--pad)]"
        >
          {section.summary && !speaksForItself(section) && <p className="py-3 text-ink-3">{section.summary}</p>}
          <div className={classNames('grid gap-3', !section.summary && 'pt-3')}>
            <Fields section={section} ready />
            {section.id === 'other' && <UnknownKeys root={root} form={type.form} />}
          </div>
        </TabPanel>
      ))}
    </Tabs>
  )
}

/** Permissions say themselves what they are for. */
function speaksForItself({ fields, rare }: PlacedSection): boolean {
  return rare.length === 0 && fields.length === 1 && fields[0]?.node.widget === 'permissions'
}

/** A section whose only field is a list shows how long it is; each shows what is wrong in it. */
function TabCount({ section }: { section: PlacedSection }) {
  const [only, ...others] = [...section.fields, ...section.rare]
  const count = useReading((source) => {
    const value = only && others.length === 0 ? valueAt(source.value(), only.path) : undefined
    return Array.isArray(value) ? value.length : 0
  })
  const errors = useReading((source) => countOf(source.findings(), source.file, section, 'error'))
  return (
    <span className="inline-flex items-center gap-1.5">
      {count > 0 && count}
      <Badge of="error" count={errors} />
    </span>
  )
}

function countOf(
  findings: readonly Finding[],
  file: string,
  section: PlacedSection,
  severity: Finding['severity'],
): number {
  const places = [...section.fields, ...section.rare]
  return findings.filter(
    (finding) =>
      finding.file === file &&
      finding.severity === severity &&
      places.some(({ path }) => finding.path && startsWith(finding.path, path)),
  ).length
}

function hasContent(section: PlacedSection, value: unknown, unknown: number): boolean {
  if (section.id === 'other' && unknown > 0) return true
  return [...section.fields, ...section.rare].some(({ node, path }) =>
    isShown(node, valueAt(value, path), valueAt(value, path.slice(0, -1))),
  )
}

function sectionAt(sections: readonly PlacedSection[], at: readonly (string | number)[]): string {
  const fits = (section: PlacedSection) => [...section.fields, ...section.rare].some(({ path }) => startsWith(at, path))
  return (sections.find(fits) ?? sections.find((section) => section.id === 'other'))?.id ?? ''
}
