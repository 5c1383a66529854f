import { addItem } from '../../../edit/add-item'
import { andThen, andThenAt, editText, following, type Edited } from '../../../edit/edited'
import { freeName } from '../../../edit/names'
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
import type { YamlPath } from '../../../yaml/parse'
import { toolRequirements } from '../create'
import { isVarying, segmentsOf } from './request-path'
import { secretsOf, type Secret } from './request-secret'
import { requestStub } from './request-stub'
import { requestValues, type RequestValue } from './request-values'

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
  propose,
}

function propose({ request = '', answer: sample = '' }: Readonly<Record<string, string>>): PasteReading {
  const command = asCommand(request)
  if (command.trim() === '' && sample.trim() === '')
    return { ok: false, input: 'request', reason: 'Paste a cURL command, a JSON answer, or both.' }
  const answer = sample.trim() === '' ? undefined : jsonIn(sample)
  if (sample.trim() !== '' && answer === undefined)
    return { ok: false, input: 'answer', reason: 'Paste the whole answer: this is no JSON object or list.' }
  const output = answer === undefined ? undefined : inferOutputSchema(answer)
  if (command.trim() === '') return { ok: true, proposal: answerProposal(output) }
  if (jsonIn(command) !== undefined)
    return { ok: false, input: 'request', reason: 'Paste this under Answer: it is JSON. A request begins with curl.' }
  const curl = parseCurl(command)
  return curl.ok
    ? { ok: true, proposal: requestProposal(curl.request, answer, output) }
    : { ok: false, input: 'request', reason: curl.reason }
}

/** An address alone is asked for by GET. */
function asCommand(text: string): string {
  const address = text.trim()
  return /^https?:\/\/\S+$/i.test(address) ? `curl '${address.replaceAll("'", '%27')}'` : text
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
  const secrets = secretsOf(request)
  const values = requestValues(request, secrets)
  return {
    name: nameOf(request, secrets),
    values: values.map((value) => ({
      id: value.id,
      name: value.name,
      place: value.part === 'body' && value.at.length > 1 ? `body › ${value.at.slice(0, -1).join(' › ')}` : value.part,
      sample: shortLine(String(value.sample)),
      asked: value.asked,
    })),
    notes: [
      ...request.notes,
      ...(secrets.length > 0
        ? ['What is secret in the command is not kept. People enter theirs as credentials of the provider.']
        : []),
      ...(request.headers.some(([name]) => /^cookie$/i.test(name))
        ? ['Cookies are left out: they belong to a browser.']
        : []),
      ...(output ? [] : ['Without a sample answer the tool gives text and JSON, no variables.']),
    ],
    add(files, parent, { name, asked }) {
      const parameters = values.filter(({ id }) => asked.has(id))
      const { edited: provided, credentials } = withCredentials(files, parent, secrets, request.url.host)
      const added = andThen(provided, (now) => addItem(now, parent, name))
      return andThenAt(added, (now, file) => {
        const does = `Sends ${request.method} ${pathShown(request.url, parameters, secrets)} to ${request.url.host} and returns the answer.`
        const written: readonly (readonly [YamlPath, unknown])[] = [
          [['description', 'human', 'en_US'], does],
          [['description', 'llm'], does],
          [['parameters'], parameters.map(parameterOf)],
          ...(output ? ([[['output_schema'], output]] as const) : []),
        ]
        const edited = written.reduce<Edited>(
          (done, [at, value]) => andThen(done, (each) => editText(each, file, (text) => setIn(text, at, value))),
          { ok: true, files: now },
        )
        return andThen(following(now, edited), (after) => {
          const python = pythonOf(after, file)
          if (python === undefined) return { ok: true, files: after, file }
          const keys = isRecord(answer) ? Object.keys(answer) : ['result']
          const variables = output ? keys.map((key) => [variableOf(key), key] as const) : []
          const text = requestStub(after, file, { request, values: parameters, credentials, variables })
          return { ok: true, files: addRequirements(writeFile(after, python, text), toolRequirements), file }
        })
      })
    },
  }
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
  credentials: { secret: Secret; name: string }[]
}

/**
 * The provider with a credential for each secret: one that it has where it fits, else a new one. What opens one service is never handed to
 * another: a plugin that speaks with other hosts gets credentials named after this one.
 */
function withCredentials(files: Files, provider: string, secrets: readonly Secret[], host: string): Provided {
  const hosts = hostsIn(files)
  const isOther = hosts.size > 0 && !hosts.has(host)
  const credentials: Provided['credentials'] = []
  let result = files
  for (const secret of secrets) {
    const type = secret.part === 'user' && secret.name === 'username' ? 'text-input' : 'secret-input'
    const root = valueOf(result, provider)
    const held = valueAt(root, ['credentials_for_provider'])
    const present = new Map(Object.entries(isRecord(held) ? held : {}))
    const used = new Set(credentials.map(({ name }) => name))
    const fits = (name: string) => !used.has(name) && valueAt(present.get(name), ['type']) === type
    // The key of a service goes by many names; what stands beside it has its own.
    const other = credentials.length === 0 ? [...present.keys()].find(fits) : undefined
    const known = isOther ? undefined : fits(secret.name) ? secret.name : other
    const wanted = isOther && present.has(secret.name) ? `${serviceOf(host)}_${secret.name}` : secret.name
    const name = known ?? freeName(wanted, (each) => present.has(each) || used.has(each))
    credentials.push({ secret, name })
    if (known !== undefined) continue
    const value = { type, required: true, label: { en_US: titleOf(name) } }
    const edited = editText(result, provider, (text) =>
      setWithParents(text, root, ['credentials_for_provider', name], value),
    )
    const after = following(result, edited)
    if (!after.ok) return { edited: after, credentials }
    result = after.files
  }
  return { edited: { ok: true, files: result }, credentials }
}

/** The hosts that the Python of a plugin names in addresses. */
function hostsIn(files: Files): ReadonlySet<string> {
  const sources = [...files].flatMap(([path, content]) =>
    path.endsWith('.py') && typeof content === 'string' ? [content] : [],
  )
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/https?:\/\/([\w.-]+(?::\d+)?)/g)].map(([, host = '']) => host)),
  )
}

/** `api.open-meteo.com` is open_meteo. */
function serviceOf(host: string): string {
  const words = host.replace(/:\d+$/, '').split('.')
  return nameFromLabel(words.at(-2) ?? host).replaceAll('-', '_')
}

/** The path of an address with names for what varies, and nothing of what is secret. */
function pathShown(url: URL, values: readonly RequestValue[], secrets: readonly Secret[]): string {
  const shown = segmentsOf(url).map((segment, index) => {
    const value = values.find(({ part, at }) => part === 'path' && at[0] === index)
    const secret = secrets.some((each) => each.part === 'path' && each.index === index)
    return value ? `{${value.name}}` : secret ? '…' : segment
  })
  return shown.join('/') || '/'
}

/** The last word of the address that names something, after what is done to it. */
function nameOf({ url, method }: CurlRequest, secrets: readonly Secret[]): string {
  const words = segmentsOf(url).filter(
    (part, index) =>
      part !== '' &&
      !isVarying(part) &&
      !/^v\d+(\.\d+)*$|^api$/i.test(part) &&
      !secrets.some((secret) => secret.part === 'path' && secret.index === index),
  )
  // What stands in capitals is one of many: /quotes/AAPL.
  const things = words.filter((part) => !/^[A-Z0-9.-]+$/.test(part))
  const host = url.hostname.split('.').at(-2) ?? url.hostname
  const word = nameFromLabel((things.at(-1) ?? words.at(-1) ?? host).replace(/\.[a-z]{2,4}$/i, '')) || 'new_tool'
  const verb = { DELETE: 'delete', PATCH: 'update', PUT: 'update' }[method]
  return (verb ? `${verb}_${word}` : word).slice(0, 64)
}
