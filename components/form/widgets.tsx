'use client'

import { lazy, Suspense, type ComponentType } from 'react'
import type { WidgetId } from '@/lib/plugin/document'
import type { FieldNode } from './field-node'
import type { WidgetProps } from './widget-props'
import { GroupField } from './widgets/group-field'
import { IconField } from './widgets/icon-field'
import type * as Later from './widgets/later'
import { LocalizedField } from './widgets/localized-field'
import { TagsField } from './widgets/tags-field'
import { DateField, MultilineField, NumberField, TextField, ValueField } from './widgets/text-field'

const loadLater = () => import('./widgets/later')
const loadRows = () => import('./widgets/rows-field')

/** What a form does not begin with: switches and lists of choices, rows with the library that drags them. */
export function preloadLater(): void {
  void loadLater()
  void loadRows()
}

/** A widget of which only its place is there until its script is. */
function later(Widget: ComponentType<WidgetProps>): ComponentType<WidgetProps> {
  return function LaterField(props: WidgetProps) {
    return (
      <Suspense fallback={<div className="h-7" />}>
        <Widget {...props} />
      </Suspense>
    )
  }
}

const one = (name: keyof typeof Later) => later(lazy(async () => ({ default: (await loadLater())[name] })))
const SchemaField = later(lazy(async () => ({ default: (await import('./widgets/schema-field')).SchemaField })))
const RowsField = later(lazy(async () => ({ default: (await loadRows()).RowsField })))

/** The component that draws each sort of field. */
export const widgets: Readonly<Record<WidgetId, ComponentType<WidgetProps>>> = {
  text: TextField,
  multiline: MultilineField,
  number: NumberField,
  switch: one('SwitchField'),
  segments: one('SegmentsField'),
  select: one('SelectField'),
  localized: LocalizedField,
  tags: TagsField,
  permissions: one('PermissionsField'),
  icon: IconField,
  file: one('FileField'),
  date: DateField,
  list: RowsField,
  entries: RowsField,
  options: RowsField,
  value: ValueField,
  schema: SchemaField,
  strings: one('StringsField'),
  offered: one('OfferedField'),
  price: one('PriceField'),
  color: one('ColorField'),
  group: GroupField,
}

const wide: readonly WidgetId[] = ['list', 'entries', 'permissions', 'group', 'schema']

/** True of what takes the whole width and names itself. */
export function drawsOwnLabel(node: FieldNode): boolean {
  return wide.includes(node.widget)
}
