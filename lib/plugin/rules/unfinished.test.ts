import { expect, it } from 'vitest'
import { changed, saidOf, samplePlugin } from './sample-plugin'
import { checkPlugin } from '../check'

const unfinished = changed(
  'tools/forecast.py',
  '    pass\n',
  '    # TODO(plugwright): call your service here and\n    # return its answer.\n    pass\n',
)

it('says where generated code waits for its author, in the words of the mark', () => {
  const [finding, ...more] = checkPlugin(unfinished).filter(({ rule }) => rule === 'python-unfinished')
  expect(finding?.message).toBe('Finish the code: call your service here and return its answer.')
  expect(more).toEqual([])
  expect(saidOf(unfinished)).toContain('advice python-unfinished - tools/forecast.py:5:5')
})

it('says nothing once the mark is gone', () => {
  expect(saidOf(samplePlugin).join()).not.toContain('python-unfinished')
})
