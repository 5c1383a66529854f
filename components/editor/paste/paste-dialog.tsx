'use client'

import { useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FieldNote } from '@/components/ui/field-note'
import { FieldRow } from '@/components/ui/field-row'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { changedPaths, type Files } from '@/lib/plugin/files'
import { itemLists } from '@/lib/plugin/item-lists'
import { kindPastes } from '@/lib/plugin/kinds/kind-pastes'
import type { PasteStart } from '@/lib/plugin/paste/paste-start'
import { documentTypeOf } from '@/lib/plugin/references'
import { itemNameRefusal } from '@/lib/plugin/schema/written-name'
import { DiffLines } from '../diff-lines'
import { useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { PastedValues } from './pasted-values'

/** A new item from something pasted: what it would be, then the change, then the step. */
export default function PasteDialog({ parent, text }: { parent: string; text: string }) {
  const store = useStore()
  const ui = useUiStore()
  const list = itemLists(documentTypeOf(store.get().files, parent)).find(({ paste }) => paste !== undefined)
  const start = list && kindPastes[list.type]
  const close = () => ui.set({ paste: undefined })
  return list?.paste && start ? (
    <Opened
      start={start}
      noun={list.noun}
      texts={{ [list.paste.inputFor(text) ?? '']: text }}
      parent={parent}
      close={close}
    />
  ) : null
}

function Opened({
  start,
  noun,
  texts: first,
  parent,
  close,
}: {
  start: PasteStart
  noun: string
  /** What was pasted, by its input. */
  texts: Readonly<Record<string, string>>
  parent: string
  close: () => void
}) {
  const id = useId()
  const store = useStore()
  const ui = useUiStore()
  const files = useEditor((state) => state.files)
  const [texts, setTexts] = useState(first)
  const [ownName, setName] = useState<string>()
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string>()
  const reading = useMemo(() => start.propose(texts, files, parent), [start, texts, files, parent])
  const proposal = reading.ok ? reading.proposal : undefined
  const pick = proposal?.pick
  const option = pick?.options.find((each) => each.id === chosen) ?? pick?.options[0]
  const picked = option?.id
  const name = ownName ?? option?.name ?? proposal?.name ?? ''
  const asked = useMemo(
    () => new Set(proposal?.values.filter((value) => value.asked !== turned.has(value.id)).map((value) => value.id)),
    [proposal, turned],
  )
  const refusal = proposal ? itemNameRefusal(name) : undefined
  const edited = useMemo(
    () => (proposal && refusal === undefined ? proposal.add(files, parent, { name, asked, picked }) : undefined),
    [proposal, refusal, files, parent, name, asked, picked],
  )
  const why = refusal ?? (edited?.ok === false ? edited.reason : undefined)

  function add() {
    if (!proposal || edited?.ok !== true) return
    const done = store.edit(`Add ${noun} ${name}`, (now) => proposal.add(now, parent, { name, asked, picked }))
    if (!done.ok) return
    if (done.file !== undefined) store.open(done.file)
    ui.set({ paste: undefined, drawer: false, pane: 'form', reach: done.file })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      wide
      title={start.title}
      answers={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            look="primary"
            disabledReason={edited?.ok ? undefined : (why ?? (reading.ok ? undefined : reading.reason))}
            onClick={add}
          >
            Add {noun}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pt-2">
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          {start.inputs.map((input) => {
            const value = texts[input.id] ?? ''
            // An empty field waits; it is not wrong.
            const error = !reading.ok && reading.input === input.id && value !== '' ? reading.reason : undefined
            return (
              <div key={input.id} className="min-w-0">
                <label htmlFor={`${id}-${input.id}`} className="mb-1 block font-medium text-ink">
                  {input.label}
                </label>
                <TextArea
                  id={`${id}-${input.id}`}
                  mono
                  least={5}
                  most={8}
                  spellCheck={false}
                  placeholder={input.placeholder}
                  value={value}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={`${id}-${input.id}-note`}
                  onChange={(event) => setTexts({ ...texts, [input.id]: event.target.value })}
                />
                <FieldNote id={`${id}-${input.id}-note`} error={error}>
                  {input.help}
                </FieldNote>
              </div>
            )
          })}
        </div>
        {proposal && (
          <>
            <FieldRow label="Name" htmlFor={`${id}-name`}>
              <Input
                id={`${id}-name`}
                mono
                value={name}
                aria-invalid={why ? true : undefined}
                aria-describedby={`${id}-name-note`}
                onChange={(event) => setName(event.target.value)}
              />
              <FieldNote id={`${id}-name-note`} error={why} />
            </FieldRow>
            {pick && (
              <FieldRow label={pick.label} htmlFor={`${id}-pick`}>
                <Select
                  id={`${id}-pick`}
                  aria-describedby={`${id}-pick-note`}
                  value={picked}
                  onValueChange={setChosen}
                  choices={pick.options.map(({ id: value, title }) => ({ value, label: title }))}
                />
                <FieldNote id={`${id}-pick-note`}>{pick.help}</FieldNote>
              </FieldRow>
            )}
            {proposal.values.length > 0 && (
              <PastedValues
                values={proposal.values}
                asked={asked}
                onTurn={(value) => setTurned((now) => flipped(now, value))}
              />
            )}
            {proposal.notes.length > 0 && (
              <ul className="grid gap-1 text-12 text-ink-3">
                {proposal.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {edited?.ok && (
              <section aria-label="What changes" className="grid min-w-0 gap-3">
                {newFirst(changedPaths(files, edited.files), files).map((path) => (
                  <div key={path} className="min-w-0">
                    <h3 className="code-text pb-1 text-ink">
                      {path} {!files.has(path) && <span className="text-12 text-ink-3">new</span>}
                    </h3>
                    <DiffLines
                      label={`Change of ${path}`}
                      path={path}
                      before={files.get(path)}
                      after={edited.files.get(path)}
                    />
                  </div>
                ))}
              </section>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** What is made stands before what follows from it. */
function newFirst(paths: readonly string[], files: Files): string[] {
  return [...paths.filter((path) => !files.has(path)), ...paths.filter((path) => files.has(path))]
}

function flipped(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
