import { expect, test, vi } from 'vitest'
import { pythonTroubles } from './python-troubles'

const ruff = vi.hoisted(() => ({ check: vi.fn() }))
vi.mock('../code/ruff', () => ({ ruffCheck: ruff.check }))

test('a source that does not parse blocks the start, and is read once', async () => {
  ruff.check.mockImplementation((text: string) =>
    Promise.resolve(
      text.startsWith('classX')
        ? [
            {
              code: 'invalid-syntax',
              message: 'SyntaxError: Expected a newline',
              start_location: { row: 1, column: 8 },
            },
          ]
        : [{ code: 'F401', message: 'unused', start_location: { row: 1, column: 1 } }],
    ),
  )
  const files = new Map([
    ['tools/a.py', 'classX A(Tool):\n'],
    ['tools/b.py', 'import os\n'],
  ])
  const found = await pythonTroubles(files, ['tools/a.py', 'tools/b.py', 'tools/gone.py'])
  expect(found).toEqual([
    {
      rule: 'python-syntax',
      severity: 'error',
      gates: ['G5'],
      message: 'Mend line 1 of tools/a.py: Python cannot read it (Expected a newline), the plugin does not start.',
      file: 'tools/a.py',
      range: { from: 7, to: 8 },
    },
  ])
  await pythonTroubles(files, ['tools/a.py'])
  expect(ruff.check).toHaveBeenCalledTimes(2)
})

test('a source that could not be read is asked for again', async () => {
  ruff.check.mockReset()
  ruff.check.mockResolvedValueOnce(undefined)
  ruff.check.mockResolvedValueOnce([
    { code: null, message: 'SyntaxError: Expected an expression', start_location: { row: 1, column: 1 } },
  ])
  const files = new Map([['tools/c.py', ')\n']])
  expect(await pythonTroubles(files, ['tools/c.py'])).toEqual([])
  expect(await pythonTroubles(files, ['tools/c.py'])).toHaveLength(1)
})
