'use client'

import { Plus, WandSparkles } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segments } from '@/components/ui/segments'
import { TextArea } from '@/components/ui/text-area'
import { inferOutputSchema } from '@/lib/plugin/schema/infer-schema'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { isMap } from '../field-node'
import { Note } from '../note'
import { useDisabled, useReading, useSource } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { freeVariable, SchemaRows } from './schema-rows'
import { JsonSchemaField } from './text-field'

const modes = [
  { value: 'tree', label: 'Variables' },
  { value: 'json', label: 'JSON Schema' },
]

/** The variables of a tool as a tree, or as the JSON Schema that they are; both are the same text in the file. */
export function SchemaField(props: WidgetProps) {
  const { node, path, id, labelId, noteId } = props
  const source = useSource()
  const disabled = useDisabled()
  const present = useReading((each) => isMap(valueAt(each.value(), path)))
  const [mode, setMode] = useState('tree')
  const [sample, setSample] = useState<string>()

  function add() {
    if (!present) source.set(path, { type: 'object', properties: { result: { type: 'string' } } }, 'Add a variable')
    else source.set([...path, 'properties', freeVariable(source, path)], { type: 'string' }, 'Add a variable')
  }

  return (
    <section aria-labelledby={labelId} className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-2.5">
        <h3 id={labelId} className="font-semibold">
          {node.title}
        </h3>
        <span className="flex-1" />
        {!disabled && (
          <Button
            look="ghost"
            size="compact"
            icon={WandSparkles}
            onClick={() => setSample(sample === undefined ? '' : undefined)}
          >
            Infer from sample JSON
          </Button>
        )}
        <Segments aria-label="How to write the output" value={mode} onValueChange={setMode} choices={modes} />
      </div>
      {sample !== undefined && (
        <Sample text={sample} onText={setSample} onDone={() => setSample(undefined)} path={path} />
      )}
      {mode === 'json' ? (
        <JsonSchemaField {...props} />
      ) : (
        <>
          {present && <SchemaRows path={path} depth={0} />}
          {!disabled && (
            <div>
              <Button id={id} look="ghost" size="compact" icon={Plus} aria-describedby={noteId} onClick={add}>
                Add variable
              </Button>
            </div>
          )}
          <Note node={node} path={path} noteId={noteId} />
        </>
      )}
    </section>
  )
}

interface SampleProps {
  text: string
  onText: (text: string) => void
  onDone: () => void
  path: WidgetProps['path']
}

/** An answer of the service, of which the variables are made; those that are there already stay as they are. */
function Sample({ text, onText, onDone, path }: SampleProps) {
  const source = useSource()
  const parsed = parsedSample(text)
  const there = useReading((each) =>
    Object.keys(Object(valueAt(each.value(), [...path, 'properties']))).join('\n'),
  ).split('\n')
  const found = parsed.ok ? Object.entries(Object(inferOutputSchema(parsed.value).properties)) : []
  const fresh = found.filter(([name]) => !there.includes(name))

  function apply() {
    const [first, ...rest] = fresh
    if (!parsed.ok || !first) return
    if (there.join('') === '') source.set(path, inferOutputSchema(parsed.value), 'Infer the output')
    else
      source.set(
        [...path, 'properties', first[0]],
        first[1],
        'Infer the output',
        rest.map(([name, value]) => ({ at: [...path, 'properties', name], value })),
      )
    onDone()
  }

  return (
    <div className="grid gap-2 border border-line-strong p-3">
      <TextArea
        autoFocus
        aria-label="A sample answer, as JSON"
        placeholder={'{"city": "Porto", "days": [{"high": 21.5}]}'}
        mono
        least={4}
        most={14}
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="compact"
          disabledReason={
            fresh.length > 0 ? undefined : parsed.ok ? 'All of these variables are there already' : parsed.reason
          }
          onClick={apply}
        >
          {fresh.length === 1 ? 'Add 1 variable' : `Add ${fresh.length} variables`}
        </Button>
        <Button look="ghost" size="compact" onClick={onDone}>
          Cancel
        </Button>
        <span role="status" className="min-w-0 text-12 text-ink-3">
          {parsed.ok ? found.map(([name]) => name).join(', ') : text.trim() !== '' && parsed.reason}
        </span>
      </div>
    </div>
  )
}

function parsedSample(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  if (text.trim() === '') return { ok: false, reason: 'Paste an answer of the service first' }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: `This is no JSON: ${error instanceof Error ? error.message : ''}` }
  }
}
