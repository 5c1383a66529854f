/** What our editor writes as a name. Files may hold others: those are shown, the check judges them. */
export interface WrittenName {
  /** ECMAScript without flags. */
  pattern: string
  /** What to do, as one sentence. */
  message: string
}

/** A name under which Python reads a value, also as keyword: parameters, credentials, settings. */
export const identifierName: WrittenName = {
  pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
  message: 'Use only letters, digits and "_" in the name, no digit first.',
}

/** Name of a tool or another item: `pkg/entities/plugin_entities/tool_declaration.go: toolIdentityNameRegex`. */
export const plainItemName: WrittenName = {
  pattern: '^[A-Za-z0-9_-]+$',
  message: 'Use only letters, digits, "_" and "-" in the name.',
}

/** A name that is not ours to choose: any text by which a service knows something. */
export function foreignName(message: string): WrittenName {
  return { pattern: '\\S', message }
}

/** Whether names of this rule are kept as they are, whatever their files are called. */
export function isForeignName(rule: WrittenName | undefined): boolean {
  return rule?.pattern === '\\S'
}

/** Why a name is not written, as one sentence; undefined when it is. */
export function nameRefusal(rule: WrittenName | undefined, name: string): string | undefined {
  return rule && !new RegExp(rule.pattern).test(name) ? rule.message : undefined
}

/** The same for the name of a new item, with a name near it that would do (`Bad Name!` → `bad_name`). */
export function itemNameRefusal(name: string, rule = plainItemName): string | undefined {
  const refusal = nameRefusal(rule, name)
  const near = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return refusal && near !== '' ? `${refusal.slice(0, -1)}, for example "${near}".` : refusal
}
