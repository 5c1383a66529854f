import { expect, test } from 'vitest'
import { recallTree, rememberTree } from './recent-trees'
import { treeOf } from './tree'

const tree = (size: number) => treeOf(new Map(Array.from({ length: size }, (_, index) => [`f${index}`, ''])))

test('a tree is recalled for its own project only', () => {
  const one = tree(1)
  rememberTree('p1', 'r1', one)
  expect(recallTree('p1', 'r1')).toBe(one)
  expect(recallTree('p2', 'r1')).toBeUndefined()
})

test('what was not asked for lately goes first', () => {
  const large = tree(30_000)
  for (const revision of ['a', 'b', 'c']) rememberTree('p', revision, large)
  recallTree('p', 'a')
  rememberTree('p', 'd', large)
  expect(['a', 'b', 'c', 'd'].map((revision) => recallTree('p', revision) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ])
})
