import { isMap } from '../field-node'

/** The names that are taken: keys of a map, `name`, `value` or `variable` of the items of a list. */
export function itemNames(value: unknown): string[] {
  if (isMap(value)) return Object.keys(value)
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) =>
    isMap(item) ? [item.name, item.value, item.variable].filter((name) => typeof name === 'string') : [],
  )
}

/** A name that is free: the noun in a form that Python takes, with a number where it must. */
export function freeNameOf(wanted: string, taken: readonly string[]): string {
  const stem = wanted.replace(/\s+/g, '_').replace(/_\d+$/, '')
  const plain = wanted.replace(/\s+/g, '_')
  if (!taken.includes(plain)) return plain
  for (let number = 2; ; number += 1) {
    const name = `${stem}_${number}`
    if (!taken.includes(name)) return name
  }
}
