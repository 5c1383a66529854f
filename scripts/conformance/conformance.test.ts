import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, type Files } from '@/lib/plugin/files'
import { packPlugin } from '@/lib/plugin/package/pack'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { readArchive } from '@/lib/plugin/package/read-archive'
import type { Call } from './calls'
import { modelParts } from './model-parts'
import { conformanceCases } from './plugins'
import { authorizationIn } from './sign-in'
import { startUpstream } from './upstream'

const root = fileURLToPath(new URL('../..', import.meta.url))
const venv = join(root, '.cache/venv-dify_plugin-0.10.2')
const python = process.env.PLUGWRIGHT_PYTHON ?? (existsSync(join(venv, 'ready')) ? join(venv, 'bin/python') : undefined)
if (!python)
  console.info(
    'SKIPPED conformance with the Python SDK: no environment with dify_plugin (npm test makes it where Python 3.12 is)',
  )

interface Message {
  type: string
  data: Record<string, unknown>
}

interface Result {
  folder: string
  load: { ok: boolean; problems: string[]; parts: { kind: string; name: string }[] }
  start: string | null
  answers: Record<string, Message[]>
  left: boolean
}

const cases = conformanceCases(await startUpstream())
const results = new Map<string, Result>()
let folder = ''

// With CI=true a machine without Python fails here instead of skipping.
describe.skipIf(!python && !process.env.CI)('plugins in the Python SDK', () => {
  beforeAll(async ({}, suite) => {
    // Those that `-t` leaves.
    const wanted = new Set(suite.tasks.flatMap(({ name, mode }) => (mode === 'run' ? [name] : [])))
    const asked = cases.filter(({ name }) => wanted.has(titleOf(name)))
    folder = await mkdtemp(join(tmpdir(), 'plugwright-conformance-'))
    const plans = await Promise.all(
      asked.map(async (each, index) => {
        const place = join(folder, String(index))
        await writeTree(place, await throughPackage(each.files))
        return { folder: place, calls: each.calls.map(({ name, data, replies }) => ({ name, data, replies })) }
      }),
    )
    const lines = await run(
      python ?? 'python3.12',
      [join(root, 'scripts/conformance/run.py'), '2'],
      plans.map((plan) => JSON.stringify(plan)).join('\n'),
    )
    lines.forEach((line, index) => results.set(asked[index]?.name ?? '', JSON.parse(line) as Result))
  }, 900_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(cases.map((each) => [titleOf(each.name), each] as const))('%s', (_, each) => {
    const result = results.get(each.name)
    expect(result?.load.problems).toEqual([])
    expect(result?.start).toBeNull()
    for (const call of each.calls)
      expect.soft({ call: call.name.slice(0, 120), ...answer(call, result?.answers[call.name] ?? []) }).toEqual({
        call: call.name.slice(0, 120),
        ...call.expect,
      })
    expect(result?.left).toBe(false)
  })
})

function titleOf(name: string): string {
  return `${name}: loads, starts and answers`
}

/** What the SDK sees: the plugin packed, unpacked, in an empty folder. */
async function throughPackage(files: Files): Promise<Files> {
  const read = readArchive(await packPlugin(files))
  if (!read.ok) throw new Error(read.reason)
  expect([...read.files.keys()]).toEqual([...packedFiles(files).keys()])
  return read.files
}

async function writeTree(place: string, files: Files): Promise<void> {
  await mkdir(place)
  expect(await readdir(place)).toEqual([])
  for (const [path, content] of files) {
    await mkdir(dirname(join(place, path)), { recursive: true })
    await writeFile(join(place, path), bytesOf(content))
  }
}

/** Lines that a program writes. It is told to end when this process does, and ends its plugins then. */
function run(command: string, args: string[], input: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (status) => {
      process.removeListener('exit', end)
      if (status === 0) resolve(output.trim().split('\n'))
      else reject(new Error(`${args[0] ?? command} ended with status ${String(status)}`))
    })
    child.stdin.end(input)
  })
}

/** The parts of an answer that the call names in `expect`, in the same shape. */
function answer(call: Call, messages: readonly Message[]): Record<string, unknown> {
  const streams = messages.filter((message) => message.type === 'stream').map((message) => message.data)
  const error = messages.find((message) => message.type === 'error')?.data
  const of = (type: string) =>
    streams.filter((data) => data.type === type).map((data) => data.message as Record<string, unknown>)
  const parts: Record<string, () => unknown> = {
    text: () => of('text')[0]?.text,
    json: () => of('json')[0]?.json_object,
    texts: () => of('text').map((message) => message.text),
    logs: () => of('log').map((message) => `${String(message.status)} ${String(message.label)}`),
    files: () => streams.filter((data) => data.type === 'image').map((data) => data.message),
    told: () => toolAnswersIn(messages),
    offered: () => requestsIn(messages, 'llm').map((request) => 'tools' in request),
    streamed: () => requestsIn(messages, 'llm').map(({ stream }) => stream),
    given: () => requestsIn(messages, 'tool').map((request) => request.tool_parameters),
    asked: () =>
      messages.flatMap(({ type, data }) =>
        type === 'invoke' ? [{ type: data.type, ...Object(filled(data.request)) }] : [],
      ),
    variables: () =>
      Object.fromEntries(of('variable').map((message) => [message.variable_name, message.variable_value])),
    options: () => (streams[0]?.options as { value: string }[] | undefined)?.map((option) => option.value),
    result: () => streams[0]?.result,
    results: () => streams.map(({ result }) => result),
    statuses: () => streams.map(({ result }) => (result as { status: unknown }).status),
    pages: () =>
      (streams[0]?.result as { pages: { page_id: string; page_name: string }[] }[] | undefined)?.map(({ pages }) =>
        pages.flatMap((page) => [page.page_id, page.page_name]),
      ),
    file: () => {
      const [blob] = streams.filter(({ type }) => type === 'blob')
      const { file_name, mime_type } = Object(blob?.meta) as Record<string, unknown>
      return [file_name, mime_type, Buffer.from(String(of('blob')[0]?.blob), 'base64').toString()]
    },
    authorization: () => authorizationIn(String(streams[0]?.authorization_url)),
    credentials: () => streams[0]?.credentials,
    lasts: () => lifetimeOf(Number(streams[0]?.expires_at)),
    status: () => streams[0]?.status,
    body: () =>
      JSON.parse(Buffer.from(streams.map((data) => String(data.result ?? '')).join(''), 'hex').toString()) as unknown,
    event: () => ({ variables: streams[0]?.variables, cancelled: streams[0]?.cancelled }),
    dispatch: () => ({
      events: streams[0]?.events,
      payload: streams[0]?.payload,
      response: Buffer.from(String(streams[0]?.response), 'hex').toString().split('\r\n')[0]?.trim(),
    }),
    subscription: () => streams[0]?.subscription,
    ...modelParts(streams),
    error: () => error?.error_type,
    message: () => error?.message,
  }
  const told = Object.fromEntries(Object.keys(call.expect).map((part) => [part, parts[part]?.()]))
  const ended = messages.at(-1)?.type === 'end'
  return ended && (error === undefined || 'error' in call.expect) ? told : { messages }
}

/** Seconds from now, to the minute. */
function lifetimeOf(expiresAt: number): number | string {
  return expiresAt === -1 ? 'for ever' : Math.round((expiresAt - Date.now() / 1000) / 60) * 60
}

/** What the plugin asked of Dify, without keys that hold nothing. */
function requestsIn(messages: readonly Message[], type: string): Record<string, unknown>[] {
  return messages.flatMap((message) =>
    message.type === 'invoke' && message.data.type === type ? [Object(filled(message.data.request))] : [],
  )
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([, each]) => each !== null && !(Array.isArray(each) && each.length === 0),
  )
  return Object.fromEntries(entries.map(([key, each]) => [key, filled(each)]))
}

/** What the plugin told a model that its tools said, in its last question. */
function toolAnswersIn(messages: readonly Message[]): unknown[] {
  const asked: { role?: string; content?: string }[] = Object(requestsIn(messages, 'llm').at(-1)).prompt_messages ?? []
  return asked.flatMap(({ role, content }) => (role === 'tool' ? [content] : []))
}
