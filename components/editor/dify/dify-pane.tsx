'use client'

import { Moon, Sun } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Segments } from '@/components/ui/segments'
import { Tab, TabList, Tabs } from '@/components/ui/tabs'
import { Select } from '@/components/ui/select'
import { useShownTheme } from '@/components/ui/theme'
import { difyVersion, difyViews } from '@/lib/plugin/dify-view/dify-views'
import { languageTable } from '@/lib/plugin/schema/language-table'
import type { Ask, Remark, Source } from '@/lib/plugin/dify-view/picture'
import { showsFile, viewAt } from '@/lib/plugin/dify-view/view-at'
import type { EditorState } from '../store/store'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { Picture } from './picture'
import { Remarks } from './remarks'

/** Blocks of a picture that is higher than any screen. */
const LONG = 30

const filesOf = (state: EditorState) => state.files

/** How Dify's console will show the plugin, from the files as they are now. */
export default function DifyPane() {
  const store = useStore()
  const files = useSettled(filesOf)
  const file = useEditor(({ place }) => place.file)
  const at = useEditor(({ place }) => place.at)
  const darkPage = useShownTheme() === 'dark'
  const [ownDark, setOwnDark] = useState<boolean>()
  const [key, setKey] = useState<string>('en_US')
  const [chosen, setChosen] = useState<{ id: string; file: string }>()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [cut, setCut] = useState<readonly Source[]>([])
  const onCut = useCallback((next: readonly Source[]) => {
    setCut((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
  }, [])
  const dark = ownDark ?? darkPage
  const language = languageTable.find((each) => each.key === key) ?? languageTable[0]
  // Text that does not parse is drawn as it was when it last did.
  const views = useMemo(
    () => (files ? difyViews(store.readable(), file, language.key, dark, answers) : []),
    [store, files, file, language, dark, answers],
  )
  // A chosen view stays while it shows the open document; else the view follows what is open.
  const own = views.find((each) => each.id === chosen?.id && (chosen.file === file || showsFile(each, file)))
  const view = own ?? viewAt(views, file, at)
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(() => {
    tabs.current?.querySelector('[data-state=active]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [view?.id])
  if (!view) return null
  const remarks = <Remarks remarks={[...view.remarks, ...cut.map(cutRemark)]} />
  // Below a list of a hundred models nobody would find them.
  const long = view.blocks.length > LONG
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Tabs value={view.id} onValueChange={(id) => setChosen({ id, file })} className="min-w-0 flex-1">
          <TabList ref={tabs} aria-label="Places in Dify" className="border-b-0">
            {views.map(({ id, title }) => (
              <Tab key={id} value={id} aria-controls={undefined}>
                {title}
              </Tab>
            ))}
          </TabList>
        </Tabs>
      </div>
      <div
        className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-auto p-4"
        tabIndex={0}
        role="region"
        aria-label="Preview"
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Segments
            aria-label="Language of the console"
            value={language.key}
            onValueChange={setKey}
            choices={languageTable.map((each) => ({ value: each.key, label: each.short }))}
          />
          <IconButton
            icon={dark ? Sun : Moon}
            size="compact"
            label={dark ? 'Show Dify’s light theme' : 'Show Dify’s dark theme'}
            onClick={() => setOwnDark(!dark)}
          />
          <p className="min-w-0 flex-1 basis-60 text-12 text-ink-3">
            A preview of Dify {difyVersion}. Dify’s own words are drawn in English.
          </p>
        </div>
        {view.asks && view.asks.length > 0 && (
          <Asks asks={view.asks} onAnswer={(ask, value) => setAnswers({ ...answers, [ask]: value })} />
        )}
        {long && remarks}
        <Picture view={view} dark={dark} lang={language.lang} onCut={onCut} />
        {!long && remarks}
      </div>
    </div>
  )
}

/** What can be chosen in the dialog: the picture of it cannot be reached. */
function Asks({ asks, onAnswer }: { asks: readonly Ask[]; onAnswer: (key: string, value: string) => void }) {
  return (
    <div role="group" aria-label="Chosen in the dialog" className="flex flex-wrap gap-x-4 gap-y-2">
      {asks.map(({ key, title, value, options }) => (
        <label key={key} className="flex min-w-0 items-center gap-2">
          <span className="shrink-0 text-ink-2">{title}</span>
          <Select
            aria-label={title}
            value={value}
            placeholder="Nothing chosen"
            onValueChange={(word) => onAnswer(key, word)}
            choices={options}
            className="w-44"
          />
        </label>
      ))}
    </div>
  )
}

function cutRemark(source: Source): Remark {
  return { message: 'This text is cut here: the rest shows only as a tooltip of the browser.', source }
}
