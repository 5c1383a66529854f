import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { FieldNode } from './field-node'

/** What every widget is given: the field, its place, and the ids that tie label, control and note. */
export interface WidgetProps {
  readonly node: FieldNode
  readonly path: YamlPath
  /** Of the control, which the label names. */
  readonly id: string
  readonly labelId: string
  readonly noteId: string
  /** The first field of a form says when it can be used. */
  readonly ready?: boolean
}
