/** What a call of a model can be expected to answer, by the name of the part. */
export function modelParts(streams: readonly Record<string, unknown>[]): Record<string, () => unknown> {
  const pieces = () => streams.map((each) => pieceOf(each.delta))
  const said = () =>
    pieces()
      .map(({ message }) => message.content)
      .join('')
  const calls = () => pieces().flatMap(({ message }) => message.tool_calls)
  const usage = (): Record<string, unknown> => Object(streams[0]?.usage ?? pieces().at(-1)?.usage)
  return {
    heard: () => withoutStream(JSON.parse(said() || calls()[0]?.function.arguments || 'null')),
    said,
    calls: () => calls().map(({ id, function: { name } }) => `${id}: ${name}`),
    sameHeard: () => new Set(calls().map((call) => call.function.arguments)).size,
    indexes: () => pieces().map(({ index }) => index),
    finish: () => pieces().at(-1)?.finish_reason,
    counted: () => ['prompt_tokens', 'completion_tokens', 'tokens'].flatMap((part) => usage()[part] ?? []),
    price: () => [usage().total_price, usage().currency],
    tokens: () => streams[0]?.num_tokens,
    vectors: () => streams[0]?.embeddings,
    ranked: () => rankedOf(streams[0]?.docs),
    voices: () => streams[0]?.voices,
    sound: (): unknown => JSON.parse(bytesOf(streams).toString()),
    sounds: () => streams.map(({ mime_type }) => mime_type),
    schema: () => schemaOf(streams[0]?.model_schema),
  }
}

interface Piece {
  index: number
  message: { content: string; tool_calls: { id: string; function: { name: string; arguments: string } }[] }
  usage: unknown
  finish_reason: string | null
}

function pieceOf(delta: unknown): Piece {
  return Object(delta)
}

/** What the service was asked, without what makes it stream. */
function withoutStream(heard: unknown): unknown {
  const { stream: _, stream_options: __, ...rest } = Object(heard)
  return rest
}

function rankedOf(docs: unknown): unknown {
  const ranked: { index: number; text: string }[] = Object(docs)
  return ranked.map(({ index, text }) => [index, text])
}

function bytesOf(streams: readonly Record<string, unknown>[]): Buffer {
  return Buffer.from(streams.map(({ result }) => String(result)).join(''), 'hex')
}

function schemaOf(schema: unknown): unknown {
  const { model, model_type, fetch_from, features, model_properties, parameter_rules } = Object(schema)
  const rules: { name: string; type: string }[] = parameter_rules
  const named = rules.map(({ name, type }) => `${name}: ${type}`)
  return { model, model_type, fetch_from, features, model_properties, rules: named }
}
