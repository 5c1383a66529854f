import type { Answers } from '../kind'
import { textAt, valueAt } from '../schema/file-reference'
import type { PluginView } from './plugin-view'

/** What the manifest of a plugin that is there answers of what New plugin asks; texts that are missing are empty. */
export function answersOf(view: PluginView): Answers {
  const label = textAt(view.manifest, ['label', 'en_US'])
  const description = textAt(view.manifest, ['description', 'en_US'])
  return {
    name: textAt(view.manifest, ['name']) ?? 'plugin',
    author: textAt(view.manifest, ['author']) ?? '',
    ...(label ? { label } : {}),
    ...(description ? { description } : {}),
    createdAt: '',
  }
}

/** Whether a document of the plugin has people fill something in: credentials or settings. */
export function asksPeople(view: PluginView): boolean {
  return view.documents.some(({ type, value }) =>
    (type.asks ?? []).some((at) => Object.keys(Object(valueAt(value, at.split('.')))).length > 0),
  )
}
