'use client'

import { useId } from 'react'
import type { Section } from '@/lib/plugin/document'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { Row } from './field'
import type { FieldNode } from './field-node'
import { unknownKeys } from './layout'
import { useReading } from './source-context'
import { ValueField } from './widgets/text-field'

/** Keys that Dify does not know: kept in the file as they are, shown and editable as plain values. */
export function UnknownKeys({ root, form, base = [] }: { root: FieldNode; form: readonly Section[]; base?: YamlPath }) {
  const found = useReading((source) => JSON.stringify(unknownKeys(root, form, valueAt(source.value(), base))))
  const paths = unknownKeys(root, form, undefined)
  const list: unknown = JSON.parse(found)
  const keys = Array.isArray(list) ? list.filter((path): path is string[] => Array.isArray(path)) : paths
  return keys.map((path) => <UnknownKey key={path.join('.')} path={[...base, ...path]} name={path.join('.')} />)
}

function UnknownKey({ path, name }: { path: YamlPath; name: string }) {
  const id = useId()
  const node: FieldNode = {
    key: name,
    title: name,
    description: 'Dify does not know this key. It stays in the file.',
    widget: 'value',
    required: true,
    types: [],
  }
  return (
    <Row label={name} path={path} id={id} labelId={`${id}l`}>
      <ValueField node={node} path={path} id={id} labelId={`${id}l`} noteId={`${id}n`} />
    </Row>
  )
}
