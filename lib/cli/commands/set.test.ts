import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plugwright, temporaryFolder, writeTree } from '../test-plugin'

const text = '# head\na: 1 # one\nlist:\n- x\n"a/b": {c~d: 2}\n'

function folderWith(files: Record<string, string> = {}): string {
  return writeTree(join(temporaryFolder(), 'given'), new Map(Object.entries({ 'f.yaml': text, ...files })))
}

async function edited(...args: string[]) {
  const folder = folderWith()
  const result = await plugwright('set', folder, 'f.yaml', ...args)
  return { ...result, text: readFileSync(join(folder, 'f.yaml'), 'utf8') }
}

describe('set with one edit', () => {
  it('writes the file and prints what changed', async () => {
    expect(await edited('/a', '2')).toEqual({
      status: 0,
      out: '--- a/f.yaml\n+++ b/f.yaml\n@@ -1,5 +1,5 @@\n # head\n-a: 1 # one\n+a: 2 # one\n list:\n - x\n "a/b": {c~d: 2}\n',
      err: '',
      text: text.replace('a: 1', 'a: 2'),
    })
  })

  it('takes VALUE as JSON, or as text where it is none or --string says so', async () => {
    expect((await edited('/a', '-5')).text).toContain('a: -5 # one')
    expect((await edited('/a', 'plain text')).text).toContain('a: plain text # one')
    expect((await edited('/a', '12', '--string')).text).toContain('a: "12" # one')
    expect((await edited('/list/-', '{"y": [1, null]}')).text).toContain('- x\n- "y":\n  - 1\n  - null\n')
    expect((await edited('/a', '12345678901234567890')).text).toContain('a: 12345678901234567890 #')
  })

  it('reads the parts of a pointer as keys', async () => {
    expect((await edited('/a~1b/c~0d', '3')).text).toContain('"a/b": {c~d: 3}')
    expect((await edited('/a~1b/c~0d', '--remove')).text).toContain('"a/b": {}\n')
  })

  it('prints nothing where nothing changes', async () => {
    expect(await edited('/a', '1')).toEqual({ status: 0, out: '', err: '', text })
  })

  it('ends with 1 for a place that cannot be edited, and says where', async () => {
    const { status, out, err, text: after } = await edited('/b/c', '1')
    expect([status, out, after]).toEqual([1, '', text])
    expect(err).toBe('f.yaml:1:1: Make "b" first: there is none in the top level.\n')
  })

  it('ends with 2 for wrong usage and for files that cannot be had', async () => {
    const folder = folderWith({ 'binary.yaml': 'a: 1\n' })
    writeFileSync(join(folder, 'binary.yaml'), new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]))
    writeFileSync(join(folder, '../outside.yaml'), 'a: 1\n')
    symlinkSync('../outside.yaml', join(folder, 'link.yaml'))
    const bad = [
      'binary.yaml',
      'link.yaml',
      '../outside.yaml',
      join(folder, 'f.yaml'),
      'none.yaml',
      '',
      'a\\..\\..\\outside.yaml',
    ]
    for (const file of bad) {
      const { status, out, err } = await plugwright('set', folder, file, '/a', '2')
      expect([file, status, out]).toEqual([file, 2, ''])
      expect(err).toMatch(/^\S*: .+\.\n$/)
    }
    expect(readFileSync(join(folder, '../outside.yaml'), 'utf8')).toBe('a: 1\n')
    for (const args of [['/a'], ['a', '1'], ['/a', '1', '--remove'], ['/a', '1', '2'], ['/a', '1', '--json']]) {
      expect((await edited(...args)).status).toBe(2)
    }
    expect((await plugwright('set', join(folder, 'none'), 'f.yaml', '/a', '1')).status).toBe(2)
    expect((await plugwright('set')).status).toBe(2)
  })
})

describe('set with many edits', () => {
  function lines(...edits: object[]): string {
    return edits.map((edit) => `${JSON.stringify(edit)}\n`).join('')
  }

  it('makes them in order, each against the result of those before', async () => {
    const folder = folderWith({
      'edits.jsonl': lines(
        { file: 'f.yaml', pointer: '/list/0', remove: true },
        { file: './f.yaml', pointer: '/list/-', value: 'two\nlines\n' },
        { file: 'f.yaml', pointer: '/list/0', value: 7 },
      ),
    })
    expect(await plugwright('set', folder, '--edits', join(folder, 'edits.jsonl'), '--json')).toEqual({
      status: 0,
      out: '',
      err: '',
    })
    expect(readFileSync(join(folder, 'f.yaml'), 'utf8')).toBe(text.replace('- x\n', '  - 7\n'))
  })

  it('reports what cannot be edited as JSON and writes the others', async () => {
    const folder = folderWith({
      'broken.yaml': 'a: [1\nb: }\n',
      'edits.jsonl': lines(
        { file: 'broken.yaml', pointer: '/a', value: 1 },
        { file: 'f.yaml', pointer: '/none/x', value: 1 },
        { file: 'f.yaml', pointer: '/a', value: 'half \ud800' },
        { file: '../x.yaml', pointer: '/a', value: 1 },
        { file: 'f.yaml', pointer: '/a', value: 3 },
      ),
    })
    const { status, out, err } = await plugwright('set', folder, '--edits', join(folder, 'edits.jsonl'), '--json')
    const errors = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([status, err]).toEqual([1, ''])
    expect(errors.map(({ file }) => file)).toEqual(['broken.yaml', 'f.yaml', 'f.yaml', '../x.yaml'])
    expect(errors[0].error).toEqual({ message: expect.stringMatching(/^Mend line 2 first/), line: 2, column: 1 })
    expect(errors[2].error).toEqual({ message: expect.stringContaining('surrogate') })
    expect(readFileSync(join(folder, 'f.yaml'), 'utf8')).toBe(text.replace('a: 1', 'a: 3'))
    expect(readFileSync(join(folder, 'broken.yaml'), 'utf8')).toBe('a: [1\nb: }\n')
  })

  it('tells 1 from 1.0', async () => {
    const folder = folderWith({
      'n.yaml': 'a: 1.0\nb: 1.0\n',
      'edits.jsonl':
        '{"file": "n.yaml", "pointer": "/a", "value": 1.0}\n{"file": "n.yaml", "pointer": "/b", "value": 1}\n',
    })
    await plugwright('set', folder, '--edits', join(folder, 'edits.jsonl'))
    expect(readFileSync(join(folder, 'n.yaml'), 'utf8')).toBe('a: 1.0\nb: 1\n')
  })

  it('writes nothing when a line is no edit', async () => {
    const edit = { file: 'f.yaml', pointer: '/a', value: 3 }
    for (const slip of [
      '{',
      '[]',
      '{"file": "f.yaml"}',
      '{"file": "f.yaml", "pointer": "/a", "remove": true, "value": 1}',
    ]) {
      const folder = folderWith({ 'edits.jsonl': `${lines(edit)}${slip}\n` })
      const { status, err } = await plugwright('set', folder, '--edits', join(folder, 'edits.jsonl'))
      expect([status, err]).toEqual([2, expect.stringMatching(/^Mend line 2 of the edits/)])
      expect(readFileSync(join(folder, 'f.yaml'), 'utf8')).toBe(text)
    }
    expect((await plugwright('set', folderWith(), '--edits', '/none')).status).toBe(2)
  })
})
