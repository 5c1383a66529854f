import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bytesOf, type Files } from '@/lib/plugin/files'
import { packPlugin } from '@/lib/plugin/package/pack'
import { changed, samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { UsageError } from '../command'
import { check } from './check'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(files: Files, name = 'plugin'): string {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), bytesOf(content))
  }
  return join(folder, name)
}

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await check.run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: async () => '',
  })
  return { status, out, err }
}

const faulty = changed('manifest.yaml', 'author: acme', 'author: Acme')

describe('check', () => {
  it('says that a good plugin is fine', async () => {
    const path = write(samplePlugin)
    const { status, out, err } = await run(path)
    expect([status, err]).toEqual([0, []])
    expect(out).toHaveLength(1)
    expect(out[0]).toMatch(/: no errors, 0 for the marketplace, 0 advice\. {2}acme\/weather:0\.0\.1@[0-9a-f]{64}$/)
  })

  it('says what is wrong, where and which gates refuse it', async () => {
    const { status, out } = await run(write(faulty))
    expect(status).toBe(1)
    expect(out[0]).toMatch(
      /^error {4}manifest\.yaml:3:9: Write the author in lower-case letters.* {2}\[author\] \(G3, G4\)$/,
    )
  })

  it('answers each path with one JSON object, the worst status last', async () => {
    const good = write(samplePlugin, 'good')
    const bad = write(faulty, 'bad')
    const gone = join(folder, 'gone')
    const { status, out } = await run(good, bad, gone, '--json')
    expect(status).toBe(2)
    const [first, second, third] = out.map((line) => JSON.parse(line))
    expect(first).toMatchObject({
      path: good,
      ok: true,
      identifier: expect.stringMatching(/^acme\/weather:0\.0\.1@/),
      findings: [],
    })
    expect(second).toMatchObject({
      path: bad,
      ok: false,
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      findings: [
        {
          rule: 'author',
          severity: 'error',
          gates: ['G3', 'G4'],
          file: 'manifest.yaml',
          line: 3,
          column: 9,
          pointer: '/author',
          fixable: true,
        },
      ],
    })
    expect(second).not.toHaveProperty('identifier')
    expect(third).toEqual({ path: gone, error: { message: expect.stringContaining(gone) } })
  })

  it('says the same of a folder and of its package', async () => {
    const path = write(changed('tools/forecast.yaml', 'form: llm', 'form: model'))
    writeFileSync(
      join(folder, 'a.difypkg'),
      await packPlugin(changed('tools/forecast.yaml', 'form: llm', 'form: model')),
    )
    const { out } = await run(path, join(folder, 'a.difypkg'), '--json')
    const [one, other] = out.map((line) => ({ ...JSON.parse(line), path: '' }))
    expect(one).toEqual(other)
  })

  it('repairs a folder and leaves every other byte', async () => {
    const broken = changed(
      'manifest.yaml',
      'version: "3.12"',
      'version: 3.12',
      changed('endpoints/ping.yaml', 'method: GET', 'method: get', faulty),
    )
    const path = write(broken)
    const { status, out } = await run(path, '--fix')
    expect(status).toBe(0)
    expect(out.slice(0, 3)).toEqual([
      `${path}: Write acme (manifest.yaml, author)`,
      `${path}: Write GET (endpoints/ping.yaml, endpoint-method)`,
      `${path}: Put it in quotes (manifest.yaml, yaml-type)`,
    ])
    for (const file of samplePlugin.keys()) expect(readFileSync(join(path, file), 'utf8')).toBe(samplePlugin.get(file))
  })

  it('does not write over a file that an ignore rule hides', async () => {
    const path = write(new Map([...samplePlugin, ['.difyignore', 'README.md\n']]))
    await expect(run(path, '--fix')).rejects.toThrow('Cannot write README.md: it exists, but an ignore rule drops it')
    expect(readFileSync(join(path, 'README.md'), 'utf8')).toBe(samplePlugin.get('README.md'))
  })

  it('repairs no archive', async () => {
    writeFileSync(join(folder, 'a.difypkg'), await packPlugin(faulty))
    await expect(run(join(folder, 'a.difypkg'), '--fix')).rejects.toThrow(UsageError)
  })

  it('wants a path', async () => {
    await expect(run()).rejects.toThrow('Say what to check: plugwright check PATH.')
  })
})
