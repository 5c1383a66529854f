'use client'

import { lazy, Suspense, type ComponentType } from 'react'
import type { WidgetId } from '@/lib/plugin/document'
import type { FieldNode } from './field-node'
import type { WidgetProps } from './widget-props'
import { SegmentsField, SwitchField } from './widgets/choice-field'
import { FileField } from './widgets/file-field'
import { GroupField } from './widgets/group-field'
import { IconField } from './widgets/icon-field'
import { LocalizedField } from './widgets/localized-field'
import { PermissionsField } from './widgets/permissions-field'
import { StringsField } from './widgets/strings-field'
import { TagsField } from './widgets/tags-field'
import { DateField, MultilineField, NumberField, SchemaField, TextField, ValueField } from './widgets/text-field'

const loadRows = () => import('./widgets/rows-field')

const loadSelect = () => import('./widgets/select-field')

/** Lists bring the library for dragging, selects that for floating lists: the first look at a form does not need them. */
export function preloadLater(): void {
  void loadRows()
  void loadSelect()
}

const LazySelect = lazy(async () => ({ default: (await loadSelect()).SelectField }))
const Rows = lazy(async () => ({ default: (await loadRows()).RowsField }))

function RowsField(props: WidgetProps) {
  return (
    <Suspense fallback={null}>
      <Rows {...props} />
    </Suspense>
  )
}

function SelectField(props: WidgetProps) {
  return (
    <Suspense fallback={<div className="h-7" />}>
      <LazySelect {...props} />
    </Suspense>
  )
}

/** The component that draws each sort of field. */
export const widgets: Readonly<Record<WidgetId, ComponentType<WidgetProps>>> = {
  text: TextField,
  multiline: MultilineField,
  number: NumberField,
  switch: SwitchField,
  segments: SegmentsField,
  select: SelectField,
  localized: LocalizedField,
  tags: TagsField,
  permissions: PermissionsField,
  icon: IconField,
  file: FileField,
  date: DateField,
  list: RowsField,
  entries: RowsField,
  options: RowsField,
  value: ValueField,
  schema: SchemaField,
  strings: StringsField,
  group: GroupField,
}

const wide: readonly WidgetId[] = ['list', 'entries', 'options', 'permissions', 'group']

/** True of what takes the whole width and names itself. */
export function drawsOwnLabel(node: FieldNode): boolean {
  return wide.includes(node.widget)
}
