import { expect, test } from 'vitest'
import { kinds as registered } from '@/lib/plugin/kinds/registry'
import { usualSignIns } from '@/lib/plugin/project/sign-in'
import type { NewKindChoice } from './kind-choice'
import { questionsOf, settledAnswers } from './settled-answers'

const kinds = registered.map((kind): NewKindChoice => ({
  ...kind,
  signIns: kind.signIns ?? usualSignIns,
  usualSignIn: kind.starters[0]?.answers.credentials ?? 'none',
}))

function asked(chosen: string[], given: { credentials?: 'oauth'; variant?: string } = {}) {
  const form = { kinds: chosen, label: '', fileName: '', author: '', credentials: '' as const, variant: '', ...given }
  return questionsOf(kinds, settledAnswers(kinds, form)).map(
    ({ title, choices, value }) =>
      `${title}: ${choices.map((each) => (each.value === value ? `[${each.label}]` : each.label)).join(', ')}`,
  )
}

test('every kind asks what its registry entry says', () => {
  expect(Object.fromEntries(kinds.map(({ id }) => [id, asked([id])]))).toEqual({
    tool: ['Sign-in: [None], API key, OAuth, Both'],
    endpoint: ['Sign-in: [None], API key'],
    'agent-strategy': [],
    datasource: ['Type: [Website crawl], Online document, Online drive', 'Sign-in: [None], API key, OAuth, Both'],
    trigger: ['Sign-in: [None], API key, OAuth, Both'],
    model: [
      'Begin with: [LLM], Embedding model, Rerank model, Speech recognition model, Voice model, Moderation model',
      'Models: [Listed], Added by people',
      'Sign-in: None, [API key]',
    ],
  })
})

test('answers that the chosen kinds do not have count as none', () => {
  expect(asked(['model'], { credentials: 'oauth', variant: 'online_drive' })).toEqual(asked(['model']))
  expect(asked(['datasource'], { credentials: 'oauth', variant: 'online_drive' })).toEqual([
    'Type: Website crawl, Online document, [Online drive]',
    'Sign-in: None, API key, [OAuth], Both',
  ])
})

test('the form of a model stays when its type changes', () => {
  const form = { kinds: ['model'], label: '', fileName: '', author: '', credentials: '' as const }
  const answers = settledAnswers(kinds, { ...form, variant: 'llm-customizable' })
  const [type] = questionsOf(kinds, answers)
  expect(type?.choices.map(({ value }) => value)).toContain('tts-customizable')
  expect(type?.choices.map(({ value }) => value)).not.toContain('tts')
})
