import { docText } from './literals'

/** Parts of a Python file. Import lines come in groups: standard library, third party and the SDK. */
export interface Module {
  /** One sentence for the docstring, without quotes. */
  doc: string
  standard?: readonly string[]
  thirdParty?: readonly string[]
  sdk: readonly string[]
  /** Lines of constants with their comments. */
  constants?: readonly string[]
  /** Lines of the one class. */
  body: readonly string[]
  /** Functions behind the class, each with a final line break. */
  functions?: readonly string[]
}

/** The text of a Python file, in the form that `ruff format` keeps (stubs.md section 1). */
export function moduleText(module: Module): string {
  const groups = [module.standard, module.thirdParty, module.sdk].filter(
    (lines) => lines !== undefined && lines.length > 0,
  )
  const head = [
    `"""${docText(module.doc)}"""`,
    ...groups.map((lines) =>
      together(lines ?? [])
        .sort(byImport)
        .join('\n'),
    ),
  ]
  if (module.constants && module.constants.length > 0) head.push(module.constants.join('\n'))
  const parts = [`${head.join('\n\n')}\n`, `${module.body.join('\n')}\n`, ...(module.functions ?? [])]
  return parts.join('\n\n')
}

/** `from x import a, b`; one name a line where that is too long. */
export function importFrom(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`
  return line.length <= 100 ? line : `from ${module} import (\n${names.map((name) => `    ${name},\n`).join('')})`
}

/** Each line once, and one line for all names of a module. */
function together(lines: readonly string[]): string[] {
  const byModule = new Map<string, string[]>()
  for (const line of lines) {
    const from = /^from (\S+) import /.exec(line)?.[1] ?? line
    byModule.set(from, [...(byModule.get(from) ?? []), line])
  }
  return [...byModule].map(([module, [line = '', ...more]]) =>
    more.every((other) => other === line)
      ? line
      : importFrom(module, [...new Set([line, ...more].flatMap(namesIn))].sort()),
  )
}

function namesIn(line: string): string[] {
  return line.replace(/^from \S+ import /, '').match(/\w+/g) ?? []
}

/** `import x` before `from x import y`, each by name. */
function byImport(one: string, other: string): number {
  const key = (line: string) => (line.startsWith('import ') ? `0${line}` : `1${line}`)
  return key(one) < key(other) ? -1 : 1
}

/** Marks the places where a generated file waits for its author. */
export const todoMark = 'TODO(plugwright):'
