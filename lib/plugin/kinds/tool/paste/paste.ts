import { addItem } from '../../../edit/add-item'
import { andThen, editText, following, type Edited } from '../../../edit/edited'
import { valueOf } from '../../../edit/place'
import { addRequirements } from '../../../edit/requirements'
import { setWithParents } from '../../../edit/set-with-parents'
import { writeFile, type Files } from '../../../files'
import { pythonOf } from '../../../follow-python'
import { parseCurl, type CurlRequest } from '../../../paste/curl'
import { jsonIn } from '../../../paste/curl-body'
import type { PasteProposal, PasteReading, PasteStart } from '../../../paste/paste-start'
import { nameFromLabel } from '../../../project/names'
import { shortLine } from '../../../python/literals'
import { valueAt } from '../../../schema/file-reference'
import { inferOutputSchema, variableOf, type JsonSchema } from '../../../schema/infer-schema'
import { titleOf } from '../../../schema/new-item'
import { isRecord } from '../../../yaml/nodes'
import { setIn } from '../../../yaml/edit'
import { toolRequirements } from '../create'
import { secretOf, type Secret } from './request-secret'
import { requestStub } from './request-stub'
import { isVarying, requestValues, segmentsOf, type RequestValue } from './request-values'

/** A tool from a cURL command, a JSON answer, or both. */
export const toolPaste: PasteStart = {
  title: 'New tool from a request',
  inputs: [
    {
      id: 'request',
      label: 'Request',
      help: 'A cURL command, as API documentation and browsers give it to copy',
      placeholder: 'curl "https://api.example.com/v1/search?q=porto" -H "Authorization: Bearer KEY"',
    },
    {
      id: 'answer',
      label: 'Answer',
      help: 'A JSON answer of the service, for the output variables',
      placeholder: '{ "results": [{ "title": "Porto", "score": 0.9 }] }',
    },
  ],
  inputFor: (text) =>
    /^\s*(\$ )?curl(\.exe)?\s/i.test(text) ? 'request' : /^\s*[{[]/.test(text) ? 'answer' : undefined,
  propose,
}

function propose({ request: command = '', answer: sample = '' }: Readonly<Record<string, string>>): PasteReading {
  if (command.trim() === '' && sample.trim() === '')
    return { ok: false, input: 'request', reason: 'Paste a cURL command, a JSON answer, or both.' }
  const answer = sample.trim() === '' ? undefined : jsonIn(sample)
  if (sample.trim() !== '' && answer === undefined)
    return { ok: false, input: 'answer', reason: 'Paste the whole answer: this is no JSON object or list.' }
  const output = answer === undefined ? undefined : inferOutputSchema(answer)
  if (command.trim() === '') return { ok: true, proposal: answerProposal(output) }
  const curl = parseCurl(command)
  return curl.ok
    ? { ok: true, proposal: requestProposal(curl.request, answer, output) }
    : { ok: false, input: 'request', reason: curl.reason }
}

function answerProposal(output: JsonSchema | undefined): PasteProposal {
  return {
    name: 'new_tool',
    values: [],
    notes: ['Without a request the Python answers with sample values until you write the call.'],
    add: (files, parent, { name }) =>
      andThenAt(addItem(files, parent, name), (now, file) =>
        following(
          now,
          editText(now, file, (text) => setIn(text, ['output_schema'], output)),
        ),
      ),
  }
}

function requestProposal(request: CurlRequest, answer: unknown, output: JsonSchema | undefined): PasteProposal {
  const secret = secretOf(request)
  const values = requestValues(request, secret)
  return {
    name: nameOf(request),
    values: values.map((value) => ({
      id: value.id,
      name: value.name,
      place: value.part === 'body' && value.at.length > 1 ? `body › ${value.at.slice(0, -1).join(' › ')}` : value.part,
      sample: shortLine(String(value.sample)),
      asked: value.asked,
    })),
    notes: [
      ...request.notes,
      ...(secret
        ? ['The secret of the command is not kept. People enter theirs as a credential of the provider.']
        : []),
      ...(request.headers.some(([name]) => /^cookie$/i.test(name))
        ? ['Cookies are left out: they belong to a browser.']
        : []),
      ...(output ? [] : ['Without a sample answer the tool gives text and JSON, no variables.']),
    ],
    add(files, parent, { name, asked }) {
      const parameters = values.filter(({ id }) => asked.has(id))
      const { edited: provided, names } = withCredentials(files, parent, secret)
      const added = andThen(provided, (now) => addItem(now, parent, name))
      return andThenAt(added, (now, file) => {
        const edited = andThen(
          editText(now, file, (text) => setIn(text, ['parameters'], parameters.map(parameterOf))),
          (after) =>
            output
              ? editText(after, file, (text) => setIn(text, ['output_schema'], output))
              : { ok: true, files: after },
        )
        return andThen(following(now, edited), (after) => {
          const python = pythonOf(after, file)
          if (python === undefined) return { ok: true, files: after, file }
          const keys = isRecord(answer) ? Object.keys(answer) : ['result']
          const variables = output ? keys.map((key) => [variableOf(key), key] as const) : []
          const text = requestStub(after, file, { request, secret, values: parameters, credentials: names, variables })
          return { ok: true, files: addRequirements(writeFile(after, python, text), toolRequirements), file }
        })
      })
    },
  }
}

function andThenAt(edited: Edited, next: (files: Files, file: string) => Edited): Edited {
  const file = edited.ok ? edited.file : undefined
  return file === undefined
    ? edited
    : andThen(
        andThen(edited, (files) => next(files, file)),
        (files) => ({ ok: true, files, file }),
      )
}

function parameterOf({ name, type, sample }: RequestValue): Record<string, unknown> {
  const example = type === 'file' || sample === '' ? '' : `, for example ${shortLine(String(sample))}`
  const optional = type === 'number' || type === 'boolean'
  return {
    name,
    type,
    required: !optional,
    form: 'llm',
    ...(optional ? { default: sample } : {}),
    label: { en_US: titleOf(name) },
    human_description: { en_US: `${titleOf(name)}${example}.` },
    llm_description: `${titleOf(name)}${example}.`,
  }
}

interface Provided {
  edited: Edited
  names: { secret?: string; user?: string }
}

/** The provider with the credentials that this secret needs: those that it has where they fit, else new ones. */
function withCredentials(files: Files, provider: string, secret: Secret | undefined): Provided {
  const names: { secret?: string; user?: string } = {}
  if (!secret) return { edited: { ok: true, files }, names }
  const wanted =
    secret.kind === 'basic' && secret.name === 'asked'
      ? ([
          ['user', 'text-input', 'username'],
          ['secret', 'secret-input', 'password'],
        ] as const)
      : ([['secret', 'secret-input', 'api_key']] as const)
  let result = files
  for (const [role, type, name] of wanted) {
    const root = valueOf(result, provider)
    const present = valueAt(root, ['credentials_for_provider'])
    const fitting = Object.entries(isRecord(present) ? present : {}).find(
      ([, each]) => valueAt(each, ['type']) === type,
    )
    names[role] = fitting?.[0] ?? name
    if (fitting) continue
    const value = { type, required: true, label: { en_US: titleOf(name) } }
    const edited = editText(result, provider, (text) =>
      setWithParents(text, root, ['credentials_for_provider', name], value),
    )
    const after = following(result, edited)
    if (!after.ok) return { edited: after, names }
    result = after.files
  }
  return { edited: { ok: true, files: result }, names }
}

/** The last word of the address that names something, after what is done to it. */
function nameOf({ url, method }: CurlRequest): string {
  const words = segmentsOf(url).filter((part) => part !== '' && !isVarying(part) && !/^v\d+(\.\d+)*$|^api$/i.test(part))
  const host = url.hostname.split('.').at(-2) ?? url.hostname
  const word = nameFromLabel((words.at(-1) ?? host).replace(/\.[a-z]{2,4}$/i, '')) || 'new_tool'
  const verb = { DELETE: 'delete', PATCH: 'update', PUT: 'update' }[method]
  return (verb ? `${verb}_${word}` : word).slice(0, 64)
}
