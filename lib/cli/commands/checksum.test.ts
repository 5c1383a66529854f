import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeArchive } from '@/lib/plugin/package/test-archive'
import { plugwright, temporaryFolder, writeTree } from '../test-plugin'

const manifest = 'version: 0.0.1\nauthor: acme\nname: sample\n'
const sum = '432aad6d90c7f6943fe7bedab05f37adbb53556d93045312c2bed6070102d423'

describe('checksum', () => {
  it('is that of what would be packed, with the path as given', async () => {
    const folder = writeTree(temporaryFolder(), [['manifest.yaml', 'version: 0.0.1\n']])
    expect(await plugwright('checksum', `${folder}/`)).toEqual({
      status: 0,
      out: `${sum}  no identifier  ${folder}/\n`,
      err: '',
    })
  })

  it('is the same of folder and archive, in JSON one line each', async () => {
    const folder = writeTree(join(temporaryFolder(), 'sample'), [
      ['manifest.yaml', manifest],
      ['.difyignore', 'x\n'],
      ['x', '1'],
    ])
    const file = `${folder}.difypkg`
    await plugwright('pack', folder, '-o', file, '--force')
    const { status, out } = await plugwright('checksum', folder, file, '--json')
    const lines = out
      .trim()
      .split('\n')
      .map((line): { path: string; checksum: string; identifier: string } => JSON.parse(line))
    expect([status, lines.map(({ path }) => path)]).toEqual([0, [folder, file]])
    expect(lines[0]?.checksum).toBe(lines[1]?.checksum)
    expect(lines[1]?.identifier).toBe(`acme/sample:0.0.1@${lines[0]?.checksum}`)
  })

  it('answers for each path, with an error where there is none to tell', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'text'), 'no archive')
    writeFileSync(
      join(folder, 'folders'),
      makeArchive([
        { name: 'a/', method: 0 },
        { name: 'manifest.yaml', data: 'version: 0.0.1\n' },
      ]),
    )
    const paths = ['text', 'folders', 'nowhere'].map((name) => join(folder, name))
    const { status, out } = await plugwright('checksum', ...paths, '--json')
    expect(status).toBe(2)
    expect(
      out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { path: paths[0], error: { message: 'Pack or download the file again: it is not a zip archive.' } },
      { path: paths[1], checksum: sum },
      { path: paths[2], error: { message: expect.stringContaining('it does not exist') } },
    ])
  })
})
