import type { PastedValue } from '../../../paste/paste-start'
import { holdsSecret, isSecretField } from '../../../paste/secret-text'
import { shortLine } from '../../../python/literals'
import { titleOf } from '../../../schema/new-item'
import type { TypeSource } from '../event-type'
import { isExact, isPublishable } from './publishable'

/** A field of a payload by which people could choose which events count. */
export interface Filter extends PastedValue {
  type: 'string' | 'number' | 'boolean'
  /** Whether the sample may stand in the plugin. */
  publishable: boolean
}

/** Fields that mostly are chosen by. */
const likely = /^(action|status|state|kind|level|severity|priority|ref|branch|channel|subject|category|environment)$/i

/** The fields of a payload that a parameter of the same name can be compared with. */
export function filtersOf(body: Readonly<Record<string, unknown>>): Filter[] {
  return Object.entries(body).flatMap(([name, value]): Filter[] => {
    const type = typeOf(value)
    if (type === undefined || !/^[A-Za-z_]\w*$/.test(name) || isSecretField(name)) return []
    const sample = shortLine(String(value))
    const asked = likely.test(name) && type === 'string'
    return [{ id: name, name, type, place: 'payload', sample, asked, publishable: isPublishable(name, value) }]
  })
}

/** Whether the type of the event says already what this field holds. */
export function isTold(filter: Filter, source: TypeSource): boolean {
  return source.some((part) => 'field' in part && part.field.length === 1 && part.field[0] === filter.name)
}

/** The parameter that compares the field. */
export function filterParameter({ name, type, sample, publishable }: Filter): Record<string, unknown> {
  const what = titleOf(name).toLowerCase()
  const text = `Only events with this ${what} start the workflow${publishable ? `, such as ${sample}` : ''}. Empty means all.`
  return {
    name,
    type,
    required: false,
    label: { en_US: titleOf(name) },
    description: { en_US: type === 'boolean' ? `Only events for which “${what}” is true. Off means all.` : text },
  }
}

/** Long texts, secrets, dates, addresses of the service and numbers that Dify would round are not chosen by. */
function typeOf(value: unknown): Filter['type'] | undefined {
  if (typeof value === 'number') return isExact(value) ? 'number' : undefined
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value !== 'string' || value === '' || value.length > 80) return undefined
  return /^https?:|^\d{4}-\d\d-\d\d/.test(value) || holdsSecret(value) ? undefined : 'string'
}
