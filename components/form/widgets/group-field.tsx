'use client'

import { Field } from '../field'
import type { WidgetProps } from '../widget-props'

/** A map whose fields stand in place, under its name. */
export function GroupField({ node, path, labelId }: WidgetProps) {
  return (
    <div role="group" aria-labelledby={labelId} className="grid gap-3">
      <div>
        <h3 id={labelId} className="font-medium">
          {node.title}
        </h3>
        {node.description && <p className="text-12 text-ink-3">{node.description}</p>}
      </div>
      {node.fields?.map((field) => (
        <Field key={field.key} node={field} path={[...path, field.key]} />
      ))}
    </div>
  )
}
