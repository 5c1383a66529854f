import { expect, test } from 'vitest'
import type { Step } from '@/lib/oauth/flow'
import type { ShownFlow } from '@/lib/oauth/shown-flow'
import { callbackWith, exchangeOf, flowWith } from '../test-flow'
import { isStopped, nextStep, progressText } from './whole-flow'

const offers = (...steps: Step[]): ShownFlow['offers'] =>
  steps.map((step) => ({ step, ok: true, request: { method: 'POST', url: '', headers: [] } }))
const withCode = { callback: callbackWith('••••••') }

test('waits for the person, then goes from step to step as they are offered', () => {
  expect(nextStep(flowWith())).toBeUndefined()
  expect(nextStep(flowWith({ ...withCode, offers: offers('exchange') }))).toBe('exchange')
  const later = offers('refresh', 'userinfo', 'introspect', 'revoke')
  expect(nextStep(flowWith({ ...withCode, exchanges: [exchangeOf('exchange')], offers: later }))).toBe('userinfo')
  const most = [exchangeOf('exchange'), exchangeOf('userinfo'), exchangeOf('introspect')]
  expect(nextStep(flowWith({ ...withCode, exchanges: most, offers: later }))).toBe('refresh')
  expect(
    nextStep(flowWith({ ...withCode, exchanges: [...most, exchangeOf('refresh')], offers: later })),
  ).toBeUndefined()
})

test('leaves out what is not offered: a public client cannot introspect', () => {
  const exchanges = [exchangeOf('exchange'), exchangeOf('userinfo')]
  expect(nextStep(flowWith({ ...withCode, exchanges, offers: offers('refresh') }))).toBe('refresh')
})

test('stops where something goes wrong, and says where', () => {
  const refused = flowWith({ callback: callbackWith() })
  expect([isStopped(refused), nextStep(refused)]).toEqual([true, undefined])
  expect(progressText(refused, true)).toContain('at the callback')
  const failed = flowWith({
    ...withCode,
    exchanges: [exchangeOf('exchange', { refusal: { code: 'invalid_grant', description: '' } })],
    offers: offers('exchange'),
  })
  expect([isStopped(failed), nextStep(failed)]).toEqual([true, undefined])
  expect(progressText(failed, true)).toContain('at the last request')
})
