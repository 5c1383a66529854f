import { holdsSecret, isSecretField } from '../../../paste/secret-text'

/** Names of what tells who somebody is. */
const personal =
  /email|phone|address|login|(?:^|_)(?:user|author|owner|sender|pusher|full_?|first_?|last_?|nick_?)_?(?:name)?$/i

/** Whether a value may stand in the plugin, which is published: no secret, nothing of a person, no number that would be another. */
export function isPublishable(name: string, value: unknown): value is string | number | boolean {
  if (isSecretField(name) || personal.test(name)) return false
  if (typeof value === 'string') return value !== '' && !value.includes('@') && !holdsSecret(value)
  return typeof value === 'boolean' || (typeof value === 'number' && isExact(value))
}

/** Whether a key of a payload is a name, not a token or an address by which something is filed. */
export function isFieldName(key: string): boolean {
  return key.trim() !== '' && !key.includes('@') && !holdsSecret(key)
}

/** Whether a number of JSON is the one that was sent: larger and longer ones are rounded where they are read. */
export function isExact(value: number): boolean {
  if (!Number.isFinite(value)) return false
  return Number.isInteger(value) ? Number.isSafeInteger(value) : String(value).replace(/e.*|\D/g, '').length < 16
}
