import { textOf, writeFile, type Files } from '../files'
import { requirementOf, requirementsOf } from '../project/requirements'

/**
 * Adds what Python imports to the plugin's dependency files, those that exist: lines of `requirements.txt`, entries of
 * `[project] dependencies` in `pyproject.toml`. A package that is listed already, in whichever version, stays as it is.
 */
export function addRequirements(files: Files, requirements: readonly string[]): Files {
  let result = files
  for (const requirement of requirements) {
    for (const [file, add] of [
      ['requirements.txt', addLine],
      ['pyproject.toml', addToProject],
    ] as const) {
      const text = textOf(result, file)
      if (text === undefined) continue
      const added = add(text, requirement)
      if (added !== text) result = writeFile(result, file, added)
    }
  }
  return result
}

function addLine(text: string, requirement: string): string {
  if (requirementsOf(text).some(({ name }) => name === requirementOf(requirement, 0).name)) return text
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}${requirement}${text === '' || text.endsWith('\n') ? end : ''}`
}

/** Into the first list `dependencies = [ … ]`, in its own style: one entry a line, or all on one. */
function addToProject(text: string, requirement: string): string {
  const head = /^\[project\][^]*?^dependencies[ \t]*=[ \t]*\[/m.exec(text)
  if (!head) return text
  const start = head.index + head[0].length
  const close = /^(?:"[^"\n]*"|'[^'\n]*'|#[^\n]*|[^\]"'#])*/.exec(text.slice(start))?.[0].length ?? 0
  const body = text.slice(start, start + close)
  if (text[start + close] !== ']') return text
  const entries = [...body.replace(/#[^\n]*/g, '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  const { name } = requirementOf(requirement, 0)
  if (entries.some((entry) => requirementOf(entry.trim(), 0).name === name)) return text
  return text.slice(0, start) + withEntry(body, requirement) + text.slice(start + close)
}

function withEntry(body: string, requirement: string): string {
  const entry = JSON.stringify(requirement)
  const last = /^([^]*["'])([ \t]*,)?((?:[ \t]*#[^\n]*)?\s*)$/.exec(body)
  if (!last) return `${entry}${body}`
  const [, kept = '', comma = '', rest = ''] = last
  const indent = /\n([ \t]*)["'][^\n]*$/.exec(kept)?.[1]
  if (indent === undefined) return `${kept}, ${entry}${comma}${rest}`
  const newline = body.includes('\r\n') ? '\r\n' : '\n'
  const comment = /^[ \t]*#[^\r\n]*/.exec(rest)?.[0] ?? ''
  return `${kept},${comment}${newline}${indent}${entry}${comma}${rest.slice(comment.length)}`
}
