import { describe, expect, it } from 'vitest'
import { commands } from './registry'
import { plugwright } from './test-plugin'

describe('the command line', () => {
  it('tells all commands with --help', async () => {
    const { status, out, err } = await plugwright('--help')
    expect([status, err]).toEqual([0, ''])
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
  })

  it('tells the same without arguments, as wrong usage', async () => {
    expect(await plugwright()).toEqual({ ...(await plugwright('--help')), status: 2 })
  })

  it.each(commands.map(({ name }) => name))('tells how to use %s', async (name) => {
    for (const args of [
      [name, '--help'],
      ['help', name],
      [name, 'x', '--help'],
    ]) {
      const { status, out, err } = await plugwright(...args)
      expect([status, err]).toEqual([0, ''])
      expect(out).toMatch(new RegExp(`^Usage: plugwright ${name} `))
    }
  })

  it.each([
    [['nonsense'], 'There is no command nonsense: use one of '],
    [['help', 'nonsense'], 'There is no command nonsense: use one of '],
    [['pack'], 'Say which plugin folder to pack: plugwright pack DIR.'],
    [['pack', 'a', '-o', 'x', '--out-dir', 'y'], 'Give either -o or --out-dir, not both.'],
    [['pack', 'a', 'b', '-o', 'x'], '-o names one file, but 2 folders are given: use --out-dir.'],
    [['pack', 'a', 'x/a'], 'Two of the folders would both be written to a.difypkg: pack them one at a time.'],
    [['pack', 'a', '-o'], 'Option -o needs a value behind it.'],
    [['pack', 'a', '--force=yes'], 'Option --force takes no value.'],
    [['checksum'], 'Say whose checksum is wanted: plugwright checksum PATH.'],
    [
      ['checksum', '--nonsense', 'x'],
      'There is no option --nonsense (a name that begins with - goes after --): use --json, or see --help.',
    ],
    [['unpack', 'a'], 'Say what to unpack and where to: plugwright unpack FILE DIR.'],
    [['unpack', 'a', 'b', 'c'], 'Say what to unpack and where to: plugwright unpack FILE DIR.'],
    [
      ['unpack', 'nowhere', 'b'],
      'Cannot read nowhere: it does not exist; give a plugin folder, a zip or a .difypkg file.',
    ],
  ])('answers %j with status 2 and a sentence', async (args, sentence) => {
    const { status, out, err } = await plugwright(...args)
    expect([status, out]).toEqual([2, ''])
    expect(err.startsWith(sentence)).toBe(true)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('takes --help behind -- for a name', async () => {
    const { status, err } = await plugwright('checksum', '--', '--help')
    expect([status, err]).toEqual([
      2,
      '--help: Cannot read --help: it does not exist; give a plugin folder, a zip or a .difypkg file.\n',
    ])
  })
})
