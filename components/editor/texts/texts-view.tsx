'use client'

import { X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Segments } from '@/components/ui/segments'
import { textOf, type Files } from '@/lib/plugin/files'
import { documentsOf } from '@/lib/plugin/references'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { languages } from '@/lib/plugin/schema/words'
import { languagesOf, localizedTexts, type LocalizedText } from '@/lib/plugin/texts/localized-texts'
import type { EditorState } from '../store/store'
import { useUiStore } from '../store/ui-state'
import { useSettled } from '../store/use-settled'
import { useLeaveView } from '../use-leave-view'
import { TextsGrid } from './texts-grid'

const filesOf = (state: EditorState) => state.files

/** Every text of the plugin in every language, side by side. */
export default function TextsView() {
  const ui = useUiStore()
  const box = useRef<HTMLDivElement>(null)
  useLeaveView(box)
  const files = useSettled(filesOf)
  const [words, setWords] = useState('')
  const [only, setOnly] = useState('all')
  const all = useMemo(() => localizedTexts(files), [files])
  const languages = useMemo(() => languagesOf(all), [all])
  const missing = all.filter(hasGap)
  const broken = useMemo(() => unreadable(files), [files])
  // While gaps are being filled their rows stay: what is shown follows the filter, not the typing.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const rows = all.filter((row) => (only === 'all' || hasGap(row) || kept.has(nameOf(row))) && matches(row, words))
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 items-center gap-2.5 px-6 pt-1.5 max-md:px-4">
        <h2 className="text-15 font-semibold">Texts</h2>
        <span className="text-ink-3 max-sm:hidden">Every text in every language</span>
        <span className="flex-1" />
        <IconButton icon={X} size="compact" label="Close the texts" onClick={() => ui.set({ view: undefined })} />
      </div>
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-6 py-2 max-md:px-4">
        <Input
          type="search"
          aria-label="Find a text"
          placeholder="Find a text"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          edge="w-56"
        />
        <Segments
          aria-label="Which texts"
          value={only}
          onValueChange={(value) => {
            setOnly(value)
            setKept(new Set(missing.map(nameOf)))
          }}
          choices={[
            { value: 'all', label: `All ${all.length}` },
            { value: 'missing', label: `With gaps ${missing.length}` },
          ]}
        />
        {broken.length > 0 && (
          <span className="text-12 text-error">
            {broken.join(', ')} does not parse: its texts come back when it does.
          </span>
        )}
        <span className="text-12 text-ink-3 max-md:hidden">
          Enter types, Ctrl+V puts cells of a spreadsheet down, Delete empties.
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="px-6 py-4 text-ink-2 max-md:px-4">
          {words === '' ? 'No text has a gap: all languages are complete.' : `No text has “${words}”.`}
        </p>
      ) : (
        <TextsGrid rows={rows} languages={languages} />
      )}
    </div>
  )
}

const nameOf = ({ file, path }: LocalizedText) => `${file} ${path.join('/')}`

function hasGap({ texts }: LocalizedText): boolean {
  return languages.some((language) => (texts[language] ?? '') === '')
}

function matches({ file, title, texts }: LocalizedText, words: string): boolean {
  const text = `${file} ${title} ${Object.values(texts).join(' ')}`.toLowerCase()
  return text.includes(words.trim().toLowerCase())
}

function unreadable(files: Files): string[] {
  return [...documentsOf(files).keys()].filter((file) => !parseYaml(textOf(files, file) ?? '').ok)
}
