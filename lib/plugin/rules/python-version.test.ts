import { describe, expect, it } from 'vitest'
import { writeFile } from '../files'
import { repaired, saidOf, samplePlugin } from './sample-plugin'

const project = (python: string, sdk = '>=0.9.0,<0.11.0') =>
  writeFile(
    samplePlugin,
    'pyproject.toml',
    `[project]\nname = "weather"\nversion = "0.0.1"\n${python}dependencies = ["dify_plugin${sdk}"]\n`,
  )
const said = ['error requires-python G5 pyproject.toml:4:20']

describe('requires-python', () => {
  it.each([
    ['requires-python = ">=3.12"\n', []],
    ['requires-python = "==3.12.*"\n', []],
    ['requires-python = "~=3.12"\n', []],
    ['', []],
    ['requires-python = ">=3.11"\n', said],
    ["requires-python = '~=3.10'\n", said],
    ['requires-python = ">=3.13"\n', said],
    ['requires-python = ">=3.10,<3.12"\n', said],
  ])('%j is judged', (python, expected) => {
    expect(saidOf(project(python))).toEqual(expected)
  })

  it('may be lower for an SDK that ran on older versions, and beside a lock file', () => {
    expect(saidOf(project('requires-python = ">=3.11"\n', '>=0.5.0,<0.11.0'))).toEqual([
      'publish sdk-version - pyproject.toml:5:18',
    ])
    expect(saidOf(writeFile(project('requires-python = ">=3.11"\n'), 'uv.lock', 'version = 1\n'))).toEqual([])
  })

  it('is raised where it stands', () => {
    expect(repaired(project('requires-python = ">=3.11"\n'), 'requires-python', 'pyproject.toml')).toContain(
      'requires-python = ">=3.12"\n',
    )
  })
})
