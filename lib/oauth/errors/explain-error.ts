import type { Step } from '../flow'
import type { Explanation } from './explanation'
import { httpError } from './http-errors'
import { microsoftMessages } from './microsoft-messages'
import { redirectMessages } from './redirect-messages'
import { serviceMessages } from './service-messages'
import { standardErrors } from './standard-errors'
import { groupOfStep, paragraphOf, stepErrors, type StepGroup } from './step-errors'

export interface ToldError {
  /** The callback, or the request that was refused. */
  step: Step | 'callback'
  code: string
  description: string
  /** Of the answer; none for a callback. */
  status?: number
  retryAfter?: number
}

const messages = [...redirectMessages, ...microsoftMessages, ...serviceMessages]

/**
 * The likely causes of an error and what to change where, the surest first: what the service's own words say, then what its code
 * means in the standard. There always is one.
 */
export function explainError(error: ToldError): Explanation[] {
  const code = error.code.toLowerCase()
  const group = groupOfStep[error.step]
  // With 429 it is meant as a word, and not as the code of the device flow.
  const standard = error.status === 429 && code === 'slow_down' ? undefined : ofStandard(group, code)
  // Codes of the standard have their own words; all others are compared too.
  const said = `${standard ? '' : code} ${error.description}`.toLowerCase().slice(0, 2000)
  const known = messages.find(({ words }) => words.test(said))
  const found = [...(known ? [withoutWords(known)] : []), ...(standard ? [standard] : [])]
  const waits = error.status === 429 || error.status === 503
  if (found.length > 0 && !waits) return found
  if (error.status === undefined) return [unknownError]
  // The status says already that one has to wait, and how long.
  return [httpError(error.status, group, error.retryAfter), ...found.filter(({ where }) => where !== 'wait')]
}

function ofStandard(group: StepGroup, code: string): Explanation | undefined {
  const found = own(stepErrors[group] ?? {}, code) ?? own(standardErrors, code)
  const standard = paragraphOf(group, code)
  return found && standard ? { ...found, standard } : found
}

function withoutWords({ cause, remedy, where, standard }: Explanation): Explanation {
  return { cause, remedy, where, ...(standard ? { standard } : {}) }
}

function own(table: Readonly<Record<string, Explanation>>, code: string): Explanation | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

const unknownError: Explanation = {
  cause: 'The service refused with an error of its own.',
  remedy: 'Look the code up in the documentation of the service.',
  where: 'service',
  standard: 'RFC 6749 §4.1.2.1',
}
