import { expect, test } from 'vitest'
import { homeGroups } from './home-groups'

const team = { id: 't1', name: 'Saltmarsh' }
const mine = { id: 'a', by: 'own' as const }
const ours = { id: 'b', team, by: 'team' as const }
const shared = { id: 'c', by: 'link' as const }

test('projects are grouped by whose they are, with counts', () => {
  const { groups, shown } = homeGroups([mine, ours, shared, ours], 't1')
  expect(groups.map(({ label, count, current }) => `${label} ${count}${current ? ' now' : ''}`)).toEqual([
    'All 4',
    'Only mine 1',
    'Saltmarsh 2 now',
    'Shared with me 1',
  ])
  expect(shown).toEqual([ours, ours])
})

test('there is nothing to choose where all are of one kind', () => {
  expect(homeGroups([mine, mine], 'mine')).toEqual({ groups: [], shown: [mine, mine] })
})

test('what is not there shows all', () => {
  expect(homeGroups([mine, shared], '__proto__').shown).toEqual([mine, shared])
})
