import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { packPlugin } from '@/lib/plugin/package/pack'
import { plugwright, readTree, samplePlugin, temporaryFolder, writeTree } from '../test-plugin'

const broken = new Map([...samplePlugin()].filter(([path]) => !path.startsWith('provider/')))

describe('pack', () => {
  it('writes what the core packs, and says where and what', async () => {
    const folder = temporaryFolder()
    writeTree(join(folder, 'sample'), samplePlugin())
    const file = join(folder, 'new/out.difypkg')
    const { status, out, err } = await plugwright('pack', join(folder, 'sample'), '-o', file)
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/out\.difypkg {2}[\d.]+ KiB {2}acme\/sample:0\.1\.0@[0-9a-f]{64}\n$/)
    expect(new Uint8Array(readFileSync(file))).toEqual(await packPlugin(samplePlugin()))
  })

  it('names packages after their folders, in the current folder unless another is given', async () => {
    const folder = temporaryFolder()
    for (const name of ['one', 'two']) writeTree(join(folder, name), samplePlugin())
    await plugwright('pack', join(folder, 'one'), join(folder, 'two/'), '--out-dir', join(folder, 'out'))
    expect([...readTree(join(folder, 'out')).keys()]).toEqual(['one.difypkg', 'two.difypkg'])
    const here = process.cwd()
    onTestFinished(() => process.chdir(here))
    mkdirSync(join(folder, 'here'))
    process.chdir(join(folder, 'here'))
    expect((await plugwright('pack', '../one')).out).toMatch(/^one\.difypkg /)
    expect(existsSync('one.difypkg')).toBe(true)
  })

  it('writes nothing when the plugin has errors, and says them with their place', async () => {
    const folder = writeTree(join(temporaryFolder(), 'broken'), broken)
    const file = join(folder, '../broken.difypkg')
    const { status, out, err } = await plugwright('pack', folder, '-o', file)
    expect([status, out, existsSync(file)]).toEqual([1, '', false])
    expect(err).toMatch(/broken: manifest\.yaml:\d+:\d+: .*provider/)
    expect(err).toMatch(/is not packed because of \d+ errors?; --force packs it all the same\.\n$/)
  })

  it('writes it with --force, with the errors and status 1', async () => {
    const folder = writeTree(join(temporaryFolder(), 'broken'), broken)
    const file = join(folder, '../broken.difypkg')
    const { status, out, err } = await plugwright('pack', folder, '-o', file, '--force')
    expect([status, basename(out.split('  ')[0] ?? ''), existsSync(file)]).toEqual([1, 'broken.difypkg', true])
    expect(err).toMatch(/manifest\.yaml/)
  })

  it('goes on after a folder that cannot be packed, and ends with the worst status', async () => {
    const folder = temporaryFolder()
    writeTree(join(folder, 'good'), samplePlugin())
    writeFileSync(join(folder, 'file'), '')
    const paths = ['nowhere', 'file', 'good'].map((name) => join(folder, name))
    const { status, out, err } = await plugwright('pack', ...paths, '--out-dir', folder)
    expect(status).toBe(2)
    expect(out).toMatch(/good\.difypkg/)
    expect(err).toMatch(/nowhere: it does not exist.*\n.*file: it is a file; give a plugin folder\.\n$/)
  })

  it('says why it cannot write, and leaves no part', async () => {
    const folder = temporaryFolder()
    writeTree(join(folder, 'sample'), samplePlugin())
    mkdirSync(join(folder, 'out.difypkg/x'), { recursive: true })
    const { status, err } = await plugwright('pack', join(folder, 'sample'), '-o', join(folder, 'out.difypkg'))
    expect([status, err]).toEqual([2, `Cannot write ${join(folder, 'out.difypkg')}: it is a folder.\n`])
    expect([...readTree(folder).keys()].filter((path) => !path.startsWith('sample/'))).toEqual([])
  })

  it('refuses a folder that is too large without reading it whole', async () => {
    const folder = writeTree(join(temporaryFolder(), 'large'), samplePlugin())
    writeFileSync(join(folder, 'big.bin'), new Uint8Array(51 << 20))
    const { status, err } = await plugwright('pack', folder, '--force', '--out-dir', join(folder, '..'))
    expect(status).toBe(1)
    expect(err).toMatch(/more than the 50 MiB that Dify takes/)
  })

  it('warns of a package in the folder that would be packed into the next one', async () => {
    const files = new Map([...samplePlugin()].filter(([path]) => !path.endsWith('ignore')))
    const folder = writeTree(join(temporaryFolder(), 'sample'), files)
    const { status, err } = await plugwright('pack', folder, '-o', join(folder, 'x.difypkg'))
    expect(status).toBe(0)
    expect(err).toMatch(/x\.difypkg lies in the plugin's folder and would be packed the next time/)
    writeTree(folder, [['.difyignore', '*.difypkg\n']])
    expect((await plugwright('pack', folder, '-o', join(folder, 'x.difypkg'))).err).toBe('')
  })

  it('gives back with unpack every file that the ignore rules keep', async () => {
    const folder = temporaryFolder()
    const files = new Map([
      ...samplePlugin(),
      ['.env', 'KEY=1'],
      ['deep/er/天気.txt', '\ufeffx\r\n'],
      ['__proto__', '1'],
    ])
    writeTree(join(folder, 'sample'), files)
    await plugwright('pack', join(folder, 'sample'), '--out-dir', folder)
    const { status, out } = await plugwright('unpack', join(folder, 'sample.difypkg'), join(folder, 'again'))
    const kept = packedFiles(files)
    expect([status, out]).toEqual([0, `${join(folder, 'again')}  ${kept.size} files\n`])
    const expected = writeTree(join(folder, 'expected'), kept)
    expect(readTree(join(folder, 'again'))).toEqual(readTree(expected))
  })
})

it('needs neither clock nor time zone nor language', async () => {
  const folder = writeTree(join(temporaryFolder(), 'sample'), samplePlugin())
  const packed: Buffer[] = []
  for (const [zone, now] of [
    ['UTC', 0],
    ['Pacific/Auckland', 2 ** 40],
  ] as const) {
    vi.stubEnv('TZ', zone)
    vi.useFakeTimers({ now, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    onTestFinished(() => void vi.unstubAllEnvs())
    await plugwright('pack', folder, '-o', `${folder}.difypkg`)
    packed.push(readFileSync(`${folder}.difypkg`))
  }
  expect(packed[0]).toEqual(packed[1])
})
