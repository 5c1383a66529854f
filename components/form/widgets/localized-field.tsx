'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Input } from '@/components/ui/input'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { isMap, type FieldNode } from '../field-node'
import { useInherited } from '../inherited'
import { languageOf, languagesIn, type Language } from '../languages'
import { Note, useInvalid } from '../note'
import { useDisabled, useReading, useSource, useValue } from '../source-context'
import { textCodec, useDraft } from '../use-draft'
import { useCommonLanguage } from '../language'
import type { WidgetProps } from '../widget-props'

/** A text in Dify's languages and others that it has, which stand inside the right edge of the field; a ring marks one that is empty. */
export function LocalizedField(props: WidgetProps) {
  const { path } = props
  const plain = useReading((source) => typeof valueAt(source.value(), path) === 'string')
  const common = useCommonLanguage()
  const pointed = useReading((source) => pointedLanguage(source.focus().at, path))
  const [own, setOwn] = useState(pointed === undefined ? undefined : { key: pointed, turn: common.turn })
  // A click with the alt key moves all fields; a later click in one field moves that one.
  const keys = useReading((source) => keysIn(valueAt(source.value(), path)))
  const wanted = own && own.turn >= common.turn ? own.key : common.key
  const [followed, follow] = useState(pointed)
  if (followed !== pointed) {
    follow(pointed)
    if (pointed) setOwn({ key: pointed, turn: common.turn })
  }
  const languages = keys.split(' ').map(languageOf)
  const language = languages.find(({ key }) => key === wanted) ?? languageOf('en_US')
  const at = plain ? path : [...path, language.key]
  return (
    <LanguageField
      // A draft goes with its language; where the entry stands may change below it.
      key={plain ? '' : language.key}
      {...props}
      at={at}
      languages={languages}
      language={language}
      choose={(key, all) => (all ? common.choose(key) : setOwn({ key, turn: common.turn }))}
    />
  )
}

function keysIn(value: unknown): string {
  return languagesIn(value)
    .map(({ key }) => key)
    .join(' ')
}

function pointedLanguage(at: YamlPath, path: YamlPath): string | undefined {
  const key = at[path.length]
  return at.length > path.length && path.every((step, index) => step === at[index]) ? String(key) : undefined
}

interface Choosing {
  readonly languages: readonly Language[]
  readonly choose: (key: string, all: boolean) => void
}

function LanguageField({
  node,
  path,
  id,
  labelId,
  noteId,
  ready,
  at,
  languages,
  language,
  choose,
}: WidgetProps & Choosing & { at: YamlPath; language: Language }) {
  const source = useSource()
  const disabled = useDisabled()
  const hintId = useId()
  const field = node.fields?.find((each) => each.key === language.key)
  const { attach, ...draft } = useDraft(at, textCodec, {
    label: `${node.title} (${language.title})`,
    optional: language.key !== 'en_US',
  })
  const english = useReading((each) => textOf(valueAt(each.value(), [...path, 'en_US'])))
  const invalid = useInvalid(path, draft.problem, true)
  const step = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const index =
      languages.findIndex(({ key }) => key === language.key) + (event.key === 'ArrowRight' ? 1 : languages.length - 1)
    choose(languages[index % languages.length]?.key ?? language.key, false)
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  const inherited = useInherited([...path, language.key])
  const placeholder =
    typeof inherited === 'string'
      ? inherited
      : language.key === 'en_US' || !english
        ? node.example
          ? `For example ${node.example}`
          : undefined
        : english
  return (
    <>
      <Input
        id={id}
        ref={attach}
        lang={language.tag}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        onFocus={(event) => {
          event.preventDefault()
          source.setFocus(at)
        }}
        onKeyDown={step}
        placeholder={placeholder}
        maxLength={field?.longest}
        disabled={disabled}
        autoComplete="off"
        aria-invalid={invalid || undefined}
        aria-describedby={`${hintId} ${noteId}`}
        data-ready-control={ready || undefined}
        edge="pr-0"
        end={
          <Languages
            path={path}
            node={node}
            languages={languages}
            chosen={language.key}
            fieldId={id}
            labelId={labelId}
            choose={choose}
          />
        }
      />
      <span id={hintId} className="sr-only">
        {language.title}. Alt and the arrow keys change the language.
      </span>
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} inside />
    </>
  )
}

/** The tabs of the languages: one stop of the Tab key, arrows move. */
function Languages({
  path,
  node,
  languages,
  chosen,
  fieldId,
  labelId,
  choose,
}: Choosing & { path: YamlPath; node: FieldNode; chosen: string; fieldId: string; labelId: string }) {
  const value = useValue(path)
  const filled = languages.some(({ key }) => textIn(value, key) !== '')
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0
    if (by === 0 || event.altKey) return
    event.preventDefault()
    const index = (languages.findIndex(({ key }) => key === chosen) + by + languages.length) % languages.length
    choose(languages[index]?.key ?? chosen, false)
    const group = event.currentTarget.id
    requestAnimationFrame(() =>
      document.getElementById(group)?.querySelector<HTMLElement>('[aria-checked=true]')?.focus(),
    )
  }
  const groupId = `${labelId}g`
  return (
    <span
      id={groupId}
      role="radiogroup"
      aria-label={`Language of ${node.title}`}
      onKeyDown={move}
      className="flex shrink-0 self-stretch max-sm:min-h-10"
    >
      {languages.map(({ key, short, title }) => {
        const gap = filled && textIn(value, key) === ''
        const on = key === chosen
        return (
          <button
            key={key}
            type="button"
            role="radio"
            aria-checked={on}
            tabIndex={on ? 0 : -1}
            aria-label={gap ? `${title}, empty` : title}
            onClick={(event) => {
              choose(key, event.altKey)
              // The field of another language is another element.
              requestAnimationFrame(() => document.getElementById(fieldId)?.focus())
            }}
            className={classNames(
              'relative flex items-center gap-[3px] px-1.5 font-mono text-11 text-ink-3 last:rounded-r-[4px] last:pr-2 hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]',
              gap && 'text-advice',
              gap && key === 'en_US' && 'text-error',
              on &&
                'font-semibold text-accent-ink after:absolute after:inset-x-[5px] after:bottom-0 after:h-0.5 after:bg-accent',
            )}
          >
            {gap && (
              <span
                aria-hidden
                className={classNames(
                  'size-1.5 rounded-round border-[1.5px]',
                  key === 'en_US' ? 'border-error' : 'border-advice',
                )}
              />
            )}
            {short}
          </button>
        )
      })}
    </span>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textIn(value: unknown, key: string): string {
  if (typeof value === 'string') return key === 'en_US' ? value : ''
  return isMap(value) ? textOf(value[key]) : ''
}
