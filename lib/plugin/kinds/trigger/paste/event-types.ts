import { holdsSecret } from '../../../paste/secret-text'
import { nameFromLabel } from '../../../project/names'
import { isRecord } from '../../../yaml/nodes'
import type { TypePart, TypeSource } from '../event-type'
import type { Delivery } from './delivery'
import { isPublishable } from './publishable'

/** A way to tell the event of a delivery from others, and what the service calls it then. */
export interface EventType {
  id: string
  /** "Header X-GitHub-Event: issues" */
  title: string
  source: TypeSource
  word: string
  /** A name for the event. */
  name: string
}

/** Headers by which services name events: X-GitHub-Event, X-Shopify-Topic, X-Event-Key, Linear-Event, Sentry-Hook-Resource. */
const typeHeader = /(?:^|-)(?:event|event-(?:type|name|key)|topic|hook-resource)$/i

/** Fields by which they do, the surest first; `event` may hold the event itself (Slack). */
const typeFields = [
  'event.type',
  'event_type',
  'eventType',
  'event_name',
  'eventName',
  'event',
  'webhookEvent',
  'object_kind',
  'topic',
  'type',
  'kind',
  'data.type',
  'action',
]

/** Every way that this delivery offers, the likeliest first; where nothing looks like a type, its short texts. */
export function eventTypes({ headers, body }: Delivery): EventType[] {
  const named = headers.flatMap(([header, word]) => (typeHeader.test(header) ? partOf({ header }, word) : []))
  const fields = typeFields.flatMap((dotted) => {
    const [name = '', inner] = dotted.split('.')
    const value = inner === undefined ? body[name] : isRecord(body[name]) ? body[name][inner] : undefined
    return partOf({ field: inner === undefined ? [name] : [name, inner] }, value)
  })
  const single = [...named, ...fields]
  const action = fields.find(({ part }) => 'field' in part && part.field[0] === 'action')
  const finer = action
    ? single.flatMap((each) =>
        each === action || ('field' in each.part && each.part.field.length > 1) ? [] : [typeOf([each, action])],
      )
    : []
  const [likeliest, ...others] = single.map((each) => typeOf([each]))
  if (likeliest) return [likeliest, ...finer, ...others]
  return Object.entries(body)
    .flatMap(([name, value]) => (isPublishable(name, value) ? partOf({ field: [name] }, value) : []))
    .filter(({ word }) => !/^https?:|^\d/.test(word))
    .map((each) => typeOf([each]))
}

interface Part {
  part: TypePart
  word: string
}

/** The word becomes names, labels and Python of the plugin: no secret ever does. */
function partOf(part: TypePart, value: unknown): Part[] {
  const isWord = typeof value === 'string' && /^[\w][\w .:/-]{0,79}$/.test(value) && !holdsSecret(value)
  return isWord ? [{ part, word: value }] : []
}

function typeOf(parts: readonly Part[]): EventType {
  const word = parts.map((each) => each.word).join('.')
  const places = parts.map(({ part }) => ('header' in part ? `header ${part.header}` : part.field.join(' › ')))
  return {
    id: places.join(' and '),
    title: `${places.join(' and ')}: ${word}`,
    source: parts.map(({ part }) => part),
    word,
    name: nameFromLabel(word).slice(0, 64) || 'new_event',
  }
}
