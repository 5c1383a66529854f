import { describe, expect, test } from 'vitest'
import { writeFile } from '../files'
import { isPristine } from '../follow-python'
import { examplePlugin } from './example-plugin'
import { changesOf, filesOf } from './test-changes'
import { insertValue, moveValue, removeValue, renameEntry, setValue } from './values'

const tool = 'tools/forecast.yaml'

describe('an edit of a value', () => {
  test('changes its own line and the untouched Python', () => {
    const files = examplePlugin()
    const edited = setValue(files, tool, ['parameters', 1, 'name'], 'hours')
    expect(changesOf(files, edited)).toEqual([
      'changed tools/forecast.py',
      'changed tools/forecast.yaml',
      '-  - name: days',
      '+  - name: hours',
    ])
    expect(isPristine(filesOf(edited), tool)).toBe(true)
    expect(edited.file).toBe(tool)
  })

  test('leaves touched Python alone', () => {
    const files = writeFile(examplePlugin(), 'tools/forecast.py', 'class Mine: ...\n')
    expect(changesOf(files, setValue(files, tool, ['parameters', 1, 'name'], 'hours'))).toEqual([
      'changed tools/forecast.yaml',
      '-  - name: days',
      '+  - name: hours',
    ])
  })

  test('to what it is already gives the same files', () => {
    const files = examplePlugin()
    expect(filesOf(setValue(files, tool, ['identity', 'name'], 'forecast'))).toBe(files)
  })

  test('says why it cannot be, and where', () => {
    const files = writeFile(examplePlugin(), tool, 'identity:\n  name: "x\n')
    expect(setValue(files, tool, ['identity', 'name'], 'y')).toMatchObject({
      ok: false,
      file: tool,
      line: expect.any(Number),
    })
    expect(setValue(files, 'tools/none.yaml', ['a'], 1)).toEqual({
      ok: false,
      reason: 'There is no text file tools/none.yaml in this plugin.',
      file: 'tools/none.yaml',
    })
  })
})

describe('parameters', () => {
  const named = (name: string) => ({ name, type: 'string', form: 'llm' })

  test('are added, and the Python reads them', () => {
    const files = examplePlugin()
    const edited = insertValue(files, tool, ['parameters'], 1, named('country'))
    expect(changesOf(files, edited)).toEqual([
      'changed tools/forecast.py',
      'changed tools/forecast.yaml',
      '+  - name: country',
      '+    type: string',
      '+    form: llm',
    ])
    expect(filesOf(edited).get('tools/forecast.py')).toContain('"country"')
  })

  test('are removed with their comment', () => {
    const files = examplePlugin()
    expect(changesOf(files, removeValue(files, tool, ['parameters', 1]))).toEqual([
      'changed tools/forecast.py',
      'changed tools/forecast.yaml',
      '-  # days from today',
      '-  - name: days',
      '-    type: number',
      '-    form: form',
      '-    default: 3',
      '-    label: {en_US: Days}',
      '-    human_description: {en_US: Days to look ahead.}',
    ])
  })

  test('move and move back to identical files', () => {
    const files = examplePlugin()
    const moved = filesOf(moveValue(files, tool, ['parameters'], 1, 0))
    expect(moved.get(tool)).not.toBe(files.get(tool))
    expect(filesOf(moveValue(moved, tool, ['parameters'], 0, 1))).toEqual(files)
  })
})

describe('entries', () => {
  test('get another key in their place, and tools follow a credential', () => {
    const files = examplePlugin()
    const edited = renameEntry(files, 'provider/weather.yaml', ['credentials_for_provider', 'api_key'], 'token')
    expect(changesOf(files, edited)).toContain('+  token: # from the account page')
    expect(isPristine(filesOf(edited), 'provider/weather.yaml')).toBe(true)
    expect(isPristine(filesOf(edited), tool)).toBe(true)
  })
})
