import { addItem } from '../../../edit/add-item'
import { andThen, andThenAt, editText, following, refused, type Edited } from '../../../edit/edited'
import { textOf, writeFile, type Files } from '../../../files'
import { pythonOf } from '../../../follow-python'
import type { PasteReading, PasteStart } from '../../../paste/paste-start'
import { documentAt, nameOf } from '../../../python/plugin-documents'
import { setIn } from '../../../yaml/edit'
import { dispatchEntries, withDispatch } from '../dispatch-table'
import { eventTypeIn, eventTypeLines } from '../event-type'
import { readDelivery, type Delivery } from './delivery'
import { eventTypes, type EventType } from './event-types'
import { filterParameter, filtersOf, isTold } from './filters'
import { payloadSchema } from './payload-schema'

/** An event from what a service sent to a webhook. */
export const eventPaste: PasteStart = {
  title: 'New event from a webhook delivery',
  inputs: [
    {
      id: 'payload',
      label: 'Payload',
      help: 'The JSON that the service sends; headers above it and cURL commands are read too',
      placeholder: '{ "action": "opened", "issue": { "number": 7, "title": "Crash" } }',
    },
    {
      id: 'headers',
      label: 'Headers',
      help: 'From the delivery log of the service: many name the event there',
      placeholder: 'X-GitHub-Event: issues',
    },
  ],
  propose,
}

function propose(
  { payload = '', headers = '' }: Readonly<Record<string, string>>,
  files: Files,
  parent: string,
): PasteReading {
  if (payload.trim() === '')
    return { ok: false, input: 'payload', reason: 'Paste what the service sends when the event happens.' }
  const reading = readDelivery(payload, headers)
  if (!reading.ok) return { ok: false, input: 'payload', reason: reading.reason }
  const { delivery } = reading
  const code = dispatchOf(files, parent)
  const known = eventTypes(delivery)
  const types = code.own
    ? known.slice(0, 1)
    : [...known].sort((one, other) => Number(isUsed(other, code)) - Number(isUsed(one, code)))
  const [likeliest] = types
  const { schema, ...leftOut } = payloadSchema(delivery.body)
  const filters = filtersOf(delivery.body)
  return {
    ok: true,
    proposal: {
      name: likeliest?.name ?? 'new_event',
      ...(types.length > 1 && {
        pick: {
          label: 'Told by',
          help: 'What the Python of the provider reads to know which event a delivery is',
          options: types.map(({ id, title, name }) => ({ id, title, name })),
        },
      }),
      values: filters.map((filter) => {
        const { id, name, place, sample, asked } = filter
        const told = likeliest === undefined || isTold(filter, likeliest.source)
        return { id, name, place, sample, asked: asked && !told }
      }),
      notes: notesOf(delivery, types, code, leftOut),
      add(now, provider, { name, asked, picked }) {
        const type = types.find(({ id }) => id === picked) ?? likeliest
        const told = type?.source ?? []
        const parameters = filters.filter((each) => asked.has(each.id) && !isTold(each, told)).map(filterParameter)
        const description = { en_US: `The service sent ${type ? `“${type.word}”` : 'something'}.` }
        return andThenAt(addItem(now, provider, name), (added, file) => {
          const written = Object.entries({ description, parameters, output_schema: schema }).reduce<Edited>(
            (edited, [key, value]) =>
              andThen(edited, (each) => editText(each, file, (text) => setIn(text, [key], value))),
            { ok: true, files: added },
          )
          return andThen(following(added, written), (after) =>
            type
              ? dispatched(after, provider, nameOf(documentAt(after, file), file), type)
              : { ok: true, files: after },
          )
        })
      },
    },
  }
}

/** How the Python of the provider tells events apart; `own` where its author wrote that. */
function dispatchOf(files: Files, provider: string) {
  const file = pythonOf(files, provider)
  const text = file === undefined ? undefined : textOf(files, file)
  const method = text === undefined ? undefined : eventTypeIn(text)
  const own = method?.source === undefined || dispatchEntries(text ?? '') === undefined
  return { file, source: method?.source, own }
}

const isUsed = (type: EventType, { source }: ReturnType<typeof dispatchOf>) =>
  source !== undefined && source.length > 0 && JSON.stringify(source) === JSON.stringify(type.source)

/** The provider's Python, which starts the event when the service names it so. */
function dispatched(files: Files, provider: string, event: string, type: EventType): Edited {
  const { file, own } = dispatchOf(files, provider)
  const text = file === undefined ? undefined : textOf(files, file)
  if (file === undefined || text === undefined || own) return { ok: true, files }
  const other = dispatchEntries(text)?.find((entry) => entry.key === type.word && entry.event !== event)
  if (other)
    return refused(
      `“${type.word}” starts the event ${other.event} already: tell the two apart by something else.`,
      file,
    )
  const listed = withDispatch(text, type.word, event)
  const method = eventTypeIn(listed)
  if (!method) return { ok: true, files }
  const lines = `${eventTypeLines(type.source).join('\n')}\n`
  return { ok: true, files: writeFile(files, file, listed.slice(0, method.from) + lines + listed.slice(method.to)) }
}

function notesOf(
  { headers }: Delivery,
  types: readonly EventType[],
  { file, own, source }: ReturnType<typeof dispatchOf>,
  { left, nameless }: { left: number; nameless: number },
): string[] {
  const [type] = types
  const used = types.some((each) => isUsed(each, { file, own, source }))
  const signature = headers.find(([name]) => /signature|hmac/i.test(name))?.[0]
  return [
    ...(type === undefined
      ? ['Nothing in it names the event. Say in _event_type of the provider what does.']
      : own
        ? [`${file ?? 'The Python'} tells events apart in its own way: let it name this one for “${type.word}”.`]
        : source && source.length > 0 && !used
          ? ['The provider told its events apart by something else so far: look through EVENTS in its Python.']
          : []),
    ...(left > 0 ? [`${left} addresses of the service's API are left out of the output.`] : []),
    ...(nameless > 0
      ? [
          `${nameless === 1 ? '1 field is' : `${nameless} fields are`} left out of the output: a key is empty, or a token or an address.`,
        ]
      : []),
    ...(signature !== undefined && !/^x-hub-signature(-256)?$/i.test(signature)
      ? [`The service signs in the header ${signature}: let _check_signature of the provider read it.`]
      : []),
  ]
}
