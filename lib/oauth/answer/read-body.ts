import { headerOf, type HttpAnswer } from '../http'
import { isRecord, parsedJson } from '../json'
import type { Remark } from '../remark'

/** What a body turned out to be, whatever its `Content-Type` says. */
export type Body =
  | { kind: 'object'; value: Readonly<Record<string, unknown>>; remarks: readonly Remark[] }
  | { kind: 'html' | 'text' | 'empty' | 'json'; remarks: readonly Remark[] }

const standard = 'RFC 6749 §5.1'

/** Reads a body as leniently as can be: JSON, or a form that older services send; says where it leaves the standard. */
export function readBody(answer: HttpAnswer): Body {
  const text = answer.body.replace(/^\ufeff/, '').trim()
  const type = headerOf(answer, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (text === '') return { kind: 'empty', remarks: [] }
  const value = parsedJson(text)
  if (isRecord(value)) return { kind: 'object', value, remarks: jsonRemarks(type) }
  if (value !== undefined) return { kind: 'json', remarks: [] }
  if (text.startsWith('<')) return { kind: 'html', remarks: [] }
  if (/^[\w.[\]-]+=[^\s<{]*$/.test(text)) return { kind: 'object', value: formValue(text), remarks: [formRemark] }
  return { kind: 'text', remarks: [] }
}

/** The first value of a name counts. */
function formValue(text: string): Record<string, unknown> {
  return Object.fromEntries([...new URLSearchParams(text)].reverse())
}

function jsonRemarks(type: string): Remark[] {
  if (type === 'application/json' || type.endsWith('+json')) return []
  return [
    {
      verdict: 'bent',
      text:
        type === '' ? 'The JSON came without a Content-Type.' : `The JSON came as ${type}, not as application/json.`,
      standard,
      remedy: 'Nothing to change: response.json() in Python reads it all the same.',
    },
  ]
}

const formRemark: Remark = {
  verdict: 'bent',
  text: 'The answer is form-encoded, the standard wants JSON.',
  standard,
  remedy:
    'Python needs the header "Accept: application/json", as GitHub does; where the service ignores it, dict(urllib.parse.parse_qsl(response.text)) instead of response.json().',
}
