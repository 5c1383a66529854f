import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { starters as knownStarters } from '@/lib/plugin/create'
import { runCommandLine } from '../run-command-line'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugwright-new-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const status = await runCommandLine(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: async () => '',
  })
  return { status, out, err }
}

const starterIds = knownStarters().map(({ id }) => id)
const kindWords = [...new Set(knownStarters().map(({ kind }) => kind))]
const named = ['--name', 'weather', '--author', 'acme']

describe('new', () => {
  it('writes a plugin into a folder that it makes', async () => {
    const place = join(folder, 'deep', 'weather')
    expect(await run('new', place, ...named)).toEqual({ status: 0, out: [`${place}  15 files`], err: [] })
    const manifest = readFileSync(join(place, 'manifest.yaml'), 'utf8')
    expect(manifest).toMatch(/^version: 0\.1\.0\ntype: plugin\nauthor: acme\nname: weather\n/)
    expect(manifest).toMatch(/\ncreated_at: "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\n/)
    expect(readdirSync(join(place, 'tools'))).toEqual(['first_tool.py', 'first_tool.yaml'])
  })

  it('joins tool and endpoint in either order, and keeps what it was told', async () => {
    await run(
      'new',
      join(folder, 'a'),
      ...named,
      '--kind',
      'endpoint',
      '--kind',
      'tool',
      '--label',
      'My weather',
      '--description',
      'Looks it up.',
    )
    const manifest = readFileSync(join(folder, 'a', 'manifest.yaml'), 'utf8')
    expect(manifest).toContain('  en_US: My weather\n')
    expect(manifest).toContain('  en_US: Looks it up.\n')
    expect(existsSync(join(folder, 'a', 'group/weather.yaml'))).toBe(true)
    expect(existsSync(join(folder, 'a', 'provider/weather.yaml'))).toBe(true)
  })

  it('takes every legal name, also one that begins with a dash', async () => {
    const names = [
      '-',
      '--name',
      '-o',
      '_',
      'null',
      'true',
      '0x1f',
      '1e3',
      '12_30',
      'y',
      'con',
      '__init__',
      'provider',
      'self',
      'dify_plugin',
    ]
    for (const [index, name] of names.entries()) {
      const place = join(folder, String(index))
      expect(await run('new', place, '--name', name, '--author', name), name).toMatchObject({
        status: name === '--name' ? 2 : 0,
      })
    }
    expect((await run('new', join(folder, 'x'), '--name=--name', '--author=-')).status).toBe(0)
  })

  it('lists every starter, one JSON object a line, and makes each by its args', async () => {
    const { out, status } = await run('new', '--list', '--json')
    expect(status).toBe(0)
    const starters = out.map((line) => JSON.parse(line) as { id: string; kind: string; title: string; args: string[] })
    expect(starters.map(({ id, kind }) => `${id}: ${kind}`)).toEqual(
      expect.arrayContaining([
        'tool: tool',
        'tool-api-key: tool',
        'endpoint: endpoint',
        'endpoint-caller-key: endpoint',
        'tool-and-endpoint: tool',
      ]),
    )
    expect(starters.map(({ id }) => id)).toEqual(starterIds)
    for (const { id, args } of starters)
      expect(await run('new', join(folder, id), ...args, ...named)).toMatchObject({ status: 0 })
    const lines = (await run('new', '--list')).out
    expect(lines[0]).toMatch(/^tool +tool +Tool: One tool that needs no credentials$/)
    expect(new Set(lines.map((line) => /^\S+ +\S+ +/.exec(line)?.[0].length)).size).toBe(1)
  })

  it.each([
    [['--name', 'weather'], 'Say who the author is: Dify knows the plugin as author/name.'],
    [['--author', 'acme'], 'Give the plugin a name: Dify knows it as author/name.'],
    [
      ['--name', 'Weather', '--author', 'acme'],
      'Use only lower-case letters, digits, - and _ in the name: Dify refuses any other at upload.',
    ],
    [
      ['--name', 'weather', '--author', '123e4567-e89b-12d3-a456-426614174000'],
      'Choose an author that does not read as a UUID: Dify takes such a plugin for one that is being debugged.',
    ],
    [[...named, '--kind', 'soup'], `There is no kind soup: use one of ${kindWords.join(', ')}.`],
    [[...named, '--kind', 'tool', '--kind', 'tool'], 'Name the kind tool once: a plugin has one tools section.'],
    [[...named, '--starter', 'soup'], `There is no starter soup: use one of ${starterIds.join(', ')}.`],
    [[...named, '--starter', 'tool', '--kind', 'tool'], 'Give either --starter or --kind, not both.'],
    [[...named, '--label', ' '], 'Give --label a text, or leave it out.'],
    [[...named, '--json'], '--json goes with --list only.'],
    [[...named, 'more'], 'Say where to write the plugin: plugwright new DIR --name N --author A.'],
  ])('refuses %j', async (args, sentence) => {
    const place = join(folder, 'a')
    expect(await run('new', place, ...args)).toEqual({ status: 2, out: [], err: [sentence] })
    expect(existsSync(place)).toBe(false)
  })

  it('leaves a folder that is not empty, or a file, as it is', async () => {
    mkdirSync(join(folder, 'full'))
    writeFileSync(join(folder, 'full', 'mine'), 'x')
    for (const place of [join(folder, 'full'), join(folder, 'full', 'mine')]) {
      expect(await run('new', place, ...named)).toMatchObject({ status: 2, out: [] })
    }
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine'])
  })
})
