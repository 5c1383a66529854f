/** A variable part of an endpoint's path, as `values` holds it. */
export interface PathVariable {
  name: string
  /** The Python type that makes the value plain. */
  annotation: 'str' | 'int' | 'float'
}

const part = /<(?:([A-Za-z_][A-Za-z0-9_]*)(?:\([^)]*\))?:)?([A-Za-z_][A-Za-z0-9_]*)>/g

/** The variable parts of a werkzeug rule (`/items/<int:id>/<path:rest>`), each name once (sdk.md c.5). */
export function pathVariables(rule: string): PathVariable[] {
  const found = new Map<string, PathVariable>()
  for (const [, converter, name = ''] of rule.matchAll(part)) {
    const annotation = converter === 'int' || converter === 'float' ? converter : 'str'
    if (!found.has(name)) found.set(name, { name, annotation })
  }
  return [...found.values()]
}
