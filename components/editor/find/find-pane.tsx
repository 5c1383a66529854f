'use client'

import { CaseSensitive, Regex, WholeWord, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/toast'
import type { FileContent, Files } from '@/lib/plugin/files'
import type { Hit } from '@/lib/plugin/find/find-in-files'
import type { Query } from '@/lib/plugin/find/search-pattern'
import { undoNewest } from '../store/undo-newest'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { FindResults } from './find-results'
import { breaksOf, placeAfter, withTexts } from './replace'
import { useFind } from './use-find'

type Option = 'matchCase' | 'wholeWord' | 'regex'
const options: readonly { id: Option; icon: LucideIcon; label: string }[] = [
  { id: 'matchCase', icon: CaseSensitive, label: 'Match case' },
  { id: 'wholeWord', icon: WholeWord, label: 'Whole words' },
  { id: 'regex', icon: Regex, label: 'Regular expression' },
]

/** Find and replace in all files; what a replacement makes of each place is seen before, and all of it is one step of undo. */
export function FindPane() {
  const store = useStore()
  const ui = useUiStore()
  const readOnly = useEditor((state) => state.readOnly)
  const words = useUi((state) => state.findWords)
  const asked = useUi((state) => state.findAsked)
  const field = useRef<HTMLInputElement>(null)
  const [flags, setFlags] = useState({ matchCase: false, wholeWord: false, regex: false })
  // undefined: nothing is being replaced. The empty text is a replacement too.
  const [replacement, setReplacement] = useState<string>()
  // Places that are left out, each with the texts of its file in which it is: it counts while one of them stands, also by a step back.
  const [leftOut, setLeftOut] = useState<ReadonlyMap<string, readonly (FileContent | undefined)[]>>(new Map())
  const by = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<{ title: string; again?: () => void }>()
  const query: Query = { words, ...flags }
  const { results, searcher } = useFind(query, replacement)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const hits = results?.found.ok ? results.found.hits : []
  const count = countOf(hits)
  const more = results?.found.ok === true && results.found.more
  const textOfHit = ({ file }: Hit) => results?.files.get(file)
  const isTicked = (hit: Hit) => !leftOut.get(nameOf(hit))?.includes(textOfHit(hit))
  const ticked = hits.filter(isTicked)

  async function replace(only: readonly Hit[], evenBroken = false) {
    if (replacement === undefined || !results) return by.current?.focus()
    const { files } = results
    const replaced = await searcher.replace(files, query, replacement, only)
    if (!replaced.ok) return setTrouble({ title: replaced.reason })
    const broken = breaksOf(files, replaced.texts)
    if (broken.length > 0 && !evenBroken)
      return setTrouble({
        title: `${broken.join(', ')} would no longer parse.`,
        again: () => void replace(only, true),
      })
    apply(files, replaced.texts, only)
  }

  /** `files` are those that the texts were made of: what was typed since then is not written over. */
  function apply(files: Files, texts: ReadonlyMap<string, string>, replaced: readonly Hit[]) {
    const { files: now } = store.get()
    if ([...texts.keys()].some((path) => now.get(path) !== files.get(path)))
      return setTrouble({ title: 'Nothing was replaced: the files changed meanwhile. Replace again.' })
    setTrouble(undefined)
    const where = texts.size === 1 ? [...texts.keys()][0] : `${texts.size} files`
    const label = `Replace “${words}” by “${replacement}” in ${where}`
    if (!store.change(label, (files) => withTexts(files, texts))) return
    const stillLeftOut = new Map(leftOut)
    for (const hit of hits.filter((each) => !isTicked(each))) {
      const name = nameOf(placeAfter(hit, replaced))
      stillLeftOut.set(name, [...(stillLeftOut.get(name) ?? []), texts.get(hit.file) ?? textOfHit(hit)])
    }
    setLeftOut(stillLeftOut)
    showToast(`Replaced in ${where}`, { label: 'Undo', run: undoNewest(store) })
  }

  function tick(hit: Hit) {
    const [name, text] = [nameOf(hit), textOfHit(hit)]
    const others = (leftOut.get(name) ?? []).filter((each) => each !== text)
    setLeftOut(new Map(leftOut).set(name, isTicked(hit) ? [...others, text] : others))
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 px-6 py-2 max-md:px-4">
        <Input
          ref={field}
          type="search"
          mono
          aria-label="Find in all files"
          placeholder="Find in all files"
          value={words}
          onChange={(event) => {
            setTrouble(undefined)
            ui.set({ findWords: event.target.value })
          }}
          edge="w-64"
        />
        <span className="flex" role="group" aria-label="How to find">
          {options.map(({ id, icon, label }) => (
            <IconButton
              key={id}
              icon={icon}
              size="compact"
              label={label}
              aria-pressed={flags[id]}
              className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
              onClick={() => setFlags({ ...flags, [id]: !flags[id] })}
            />
          ))}
        </span>
        {!readOnly && (
          <>
            <Input
              ref={by}
              mono
              aria-label="Replace by"
              placeholder="Replace by"
              value={replacement ?? ''}
              onFocus={() => setReplacement(replacement ?? '')}
              onChange={(event) => {
                setTrouble(undefined)
                setReplacement(event.target.value)
              }}
              edge="w-52"
            />
            <Button
              size="compact"
              disabledReason={ticked.length === 0 ? 'Nothing is found and ticked that could be replaced' : undefined}
              onClick={() => void replace(ticked)}
            >
              {ticked.length === hits.length && !more ? 'Replace all' : `Replace these ${ticked.length}`}
            </Button>
          </>
        )}
        <span role="status" className="text-12 text-ink-3">
          {results?.found.ok &&
            words !== '' &&
            (hits.length === 0 ? 'Not found' : `${count}${results.found.more ? ' and more' : ''}`)}
        </span>
      </div>
      {results && !results.found.ok && <InlineMessage kind="error" title={results.found.reason} />}
      {trouble && (
        <InlineMessage
          kind="error"
          title={trouble.title}
          action={
            <span className="flex gap-2">
              {trouble.again && (
                <Button size="compact" onClick={trouble.again}>
                  Replace all the same
                </Button>
              )}
              <Button size="compact" onClick={() => setTrouble(undefined)}>
                Leave it
              </Button>
            </span>
          }
        />
      )}
      {words === '' ? (
        <p className="px-6 pb-2.5 text-ink-2 max-md:px-4">
          Text in any file, and fields by the names the forms give them.
        </p>
      ) : (
        <FindResults
          hits={hits}
          fields={results?.fields ?? []}
          replacing={
            readOnly || replacement === undefined ? undefined : { isTicked, tick, run: (only) => void replace(only) }
          }
        />
      )}
    </div>
  )
}

function nameOf({ file, from, to }: Hit): string {
  return `${from} ${to} ${file}`
}

function countOf(hits: readonly Hit[]): string {
  const files = new Set(hits.map(({ file }) => file)).size
  return `${hits.length} ${hits.length === 1 ? 'place' : 'places'} in ${files} ${files === 1 ? 'file' : 'files'}`
}
