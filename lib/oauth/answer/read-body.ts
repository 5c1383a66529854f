import { headerOf, type HttpAnswer } from '../http'
import { isRecord, parsedJson } from '../json'
import type { Remark } from '../remark'
import type { Standard } from '../standard'

/** What a body turned out to be, whatever its `Content-Type` says. */
export type Body =
  | { kind: 'object'; value: Readonly<Record<string, unknown>>; remarks: readonly Remark[] }
  | { kind: 'html' | 'text' | 'empty' | 'json'; remarks: readonly Remark[] }

/** Reads a body as leniently as can be: JSON, or a form that older services send; says where it leaves `standard`. */
export function readBody(answer: HttpAnswer, standard?: Standard): Body {
  const text = answer.body.replace(/^\ufeff/, '').trim()
  const marked = answer.body.startsWith('\ufeff') ? [markRemark] : []
  const type = headerOf(answer, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (text === '') return { kind: 'empty', remarks: [] }
  const value = parsedJson(text)
  if (isRecord(value))
    return {
      kind: 'object',
      value,
      remarks: cited([...marked, ...jsonRemarks(type), ...repeatedRemarks(namesOfJson(text))], standard),
    }
  if (value !== undefined) return { kind: 'json', remarks: [] }
  if (text.startsWith('<')) return { kind: 'html', remarks: [] }
  if (/^[\w.[\]-]+=[^\s<{]*$/.test(text)) {
    const pairs = [...new URLSearchParams(text)]
    const remarks = cited([...marked, formRemark, ...repeatedRemarks(pairs.map(([name]) => name))], standard)
    return { kind: 'object', value: Object.fromEntries(pairs), remarks }
  }
  return { kind: 'text', remarks: [] }
}

function cited(remarks: readonly Remark[], standard: Standard | undefined): Remark[] {
  return standard ? remarks.map((remark) => ({ standard, ...remark })) : [...remarks]
}

/** The names of the first level of an object, each as often as it stands there: a parser keeps the last of each. */
function namesOfJson(text: string): string[] {
  const names: string[] = []
  let level = 0
  for (const [token, name] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g)) {
    if (name !== undefined) {
      if (level === 1) names.push(String(parsedJson(name)))
    } else if (token === '{' || token === '[') level += 1
    else if (token === '}' || token === ']') level -= 1
  }
  return names
}

function repeatedRemarks(names: readonly string[]): Remark[] {
  const seen = new Set<string>()
  const repeated = new Set(names.filter((name) => seen.size === seen.add(name).size))
  return [...repeated].slice(0, 5).map((name) => ({
    verdict: 'bent',
    text: `${name.slice(0, 40)} stands twice in the answer; the last one counts here.`,
    remedy: 'Nothing to change: Python takes the last one too. Report it to the service.',
  }))
}

const markRemark: Remark = {
  verdict: 'bent',
  text: 'The answer begins with a byte order mark; JSON has none.',
  standard: 'RFC 8259 §8.1',
  remedy:
    'response.json() in Python refuses it: the code that is written here takes it off, other code needs response.encoding = "utf-8-sig" before.',
}

function jsonRemarks(type: string): Remark[] {
  if (type === 'application/json' || type.endsWith('+json')) return []
  return [
    {
      verdict: 'bent',
      text:
        type === '' ? 'The JSON came without a Content-Type.' : `The JSON came as ${type}, not as application/json.`,
      remedy: 'Nothing to change: response.json() in Python reads it all the same.',
    },
  ]
}

const formRemark: Remark = {
  verdict: 'bent',
  text: 'The answer is form-encoded, the standard wants JSON.',
  remedy:
    'Python needs the header "Accept: application/json", as GitHub does; where the service ignores it, dict(urllib.parse.parse_qsl(response.text)) instead of response.json().',
}
