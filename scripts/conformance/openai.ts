import type { ServerResponse } from 'node:http'
import { key } from './calls'

/** A request as it came in, its body as text. */
export interface Heard {
  path: string
  authorization: string | undefined
  body: string
}

/**
 * A service that speaks as OpenAI's does. The first part of the path says in which mood it is: `fine` and `uncounted` (says nothing of
 * tokens) want the key, `open` wants none; `400` to `599` refuse with that status, `silent` never answers, `html` does not answer with
 * JSON, `cut` and `sorry` fail amid a stream.
 */
export function answerAsOpenAi({ path, authorization, body }: Heard, response: ServerResponse): void {
  const [, mood = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(path) ?? []
  const send = (status: number, value: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
  }
  if (mood === 'silent') return
  if (/^[45]\d\d$/.test(mood)) return send(Number(mood), { error: { message: `a ${mood}` } })
  if (mood === 'html') return void response.end('<html>no JSON</html>')
  if (authorization !== (mood === 'open' ? undefined : `Bearer ${key}`)) return send(401, { error: 'unauthorized' })
  if (rest === 'audio/transcriptions') return send(200, { text: formOf(body) })
  const asked: Asked = Object(JSON.parse(body))
  if (asked.model === 'unknown') return send(404, { error: { message: 'no such model' } })
  if (rest === 'audio/speech') return void response.end(body)
  if (rest !== 'chat/completions') return send(200, answers[rest]?.(asked))
  if (asked.stream) stream(asked, body, mood, response)
  else send(200, { choices: [{ message: saying(asked, body), finish_reason: 'stop' }], ...counted(mood) })
}

interface Asked {
  model: string
  stream?: boolean
  input: string | string[]
  documents: string[]
  tools?: { function: { name: string } }[]
}

const answers: Readonly<Record<string, (asked: Asked) => unknown>> = {
  // Out of order: the index says what belongs to what.
  embeddings: ({ input }) => ({
    data: [...input].map((text, index) => ({ index, embedding: [text.length, index] })).reverse(),
    usage: { prompt_tokens: input.length * 3 },
  }),
  rerank: ({ documents }) => ({
    results: documents.map((text, index) => ({ index, relevance_score: Number.parseFloat(text) || 0 })),
  }),
  moderations: ({ input }) => ({ results: [{ flagged: false }, { flagged: input.includes('bad') }] }),
}

/** The model repeats what it was asked: as text or, where there are tools, as the arguments of a call of each. */
function saying({ tools }: Asked, body: string) {
  if (!tools) return { content: body }
  return { content: null, tool_calls: tools.map(({ function: { name } }) => called(name, body)) }
}

function called(name: string, given: string) {
  return { id: `of ${name}`, type: 'function', function: { name, arguments: given } }
}

function stream(asked: Asked, body: string, mood: string, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  const event = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`)
  const say = (delta: object, finish: string | null = null) =>
    event({ choices: [{ index: 0, delta, finish_reason: finish }] })
  response.write(': a comment\n\n')
  if (mood === 'cut') {
    say({ content: 'It ' })
    setTimeout(() => response.destroy(), 50)
    return
  }
  if (mood === 'sorry') {
    say({ content: 'It ' })
    event({ error: { message: 'the model is overloaded' } })
    response.end()
    return
  }
  const half = Math.floor(body.length / 2)
  if (asked.tools) {
    asked.tools.forEach(({ function: { name } }, index) => {
      say({ tool_calls: [{ index, ...called(name, body.slice(0, half)) }] })
      say({ tool_calls: [{ index, function: { arguments: body.slice(half) } }] })
    })
    say({}, 'tool_calls')
  } else {
    say({ role: 'assistant', content: '' })
    say({ content: body.slice(0, half) })
    say({ content: body.slice(half) })
    say({}, 'length')
  }
  if (mood !== 'uncounted') event({ choices: [], ...counted(mood) })
  response.end('data: [DONE]\n\n')
}

function counted(mood: string) {
  return mood === 'uncounted' ? {} : { usage: { prompt_tokens: 7, completion_tokens: 5 } }
}

/** The fields of a form with a file, as one line. */
function formOf(body: string): string {
  const fields = [...body.matchAll(/name="(\w+)"(?:; filename="([^"]*)")?[^]*?\r\n\r\n([^]*?)\r\n--/g)]
  return fields.map(([, name, file, value]) => `${name}=${file ? file.replace(/^.*\./, '.') : value}`).join(' ')
}
