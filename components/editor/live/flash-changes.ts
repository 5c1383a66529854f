import { changedPaths, textOf, type Files } from '@/lib/plugin/files'
import { parseYaml, type YamlPath } from '@/lib/plugin/yaml/parse'
import { fieldElement } from '../field-element'

const FLASH_MS = 1_400

/** Lets the rows of the outline and the fields of the open file that somebody else changed light up softly, once. */
export function flashChanges(before: Files, after: Files, file: string): void {
  const paths = changedPaths(before, after)
  const names = paths.map((path) => `[role="treeitem"][data-id="${CSS.escape(path)}"]`)
  const fields = paths.includes(file)
    ? changedFields(valueOf(before, file), valueOf(after, file)).flatMap((path) => fieldElement(path) ?? [])
    : []
  // The new values are drawn first.
  requestAnimationFrame(() => {
    const elements = names.flatMap((selector) => [...document.querySelectorAll(selector)])
    for (const element of new Set([...elements, ...fields])) flash(element)
  })
}

const valueOf = (files: Files, file: string): unknown => parseYaml(textOf(files, file) ?? '').value

/** Paths of the values that differ, as deep as both have the same shape. */
export function changedFields(before: unknown, after: unknown, path: YamlPath = []): YamlPath[] {
  if (Object.is(before, after)) return []
  if (!isMap(before) || !isMap(after) || Array.isArray(before) !== Array.isArray(after)) return [path]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) =>
    changedFields(before[key], after[key], [...path, Array.isArray(after) ? Number(key) : key]),
  )
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function flash(element: Element): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const to = still ? 'var(--mark-now)' : 'transparent'
  element.animate([{ backgroundColor: 'var(--mark-now)' }, { backgroundColor: to }], FLASH_MS)
}
