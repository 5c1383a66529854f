import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds } from './all-kinds'
import { kindHeads } from './kind-heads'
import { hasKinds, kinds as loaded, loadKinds } from './loaded-kinds'

describe('the heads of kinds', () => {
  it('say what the kinds say, in the same order', async () => {
    const said = kinds.map(({ id, title, summary, icon, manifestKey, alone, root }) => ({
      id,
      title,
      summary,
      icon,
      manifestKey,
      alone,
      rootId: root.id,
    }))
    expect(kindHeads.map(({ load: _, ...head }) => head)).toEqual(said)
    expect(await Promise.all(kindHeads.map(({ load }) => load()))).toEqual(kinds)
  })
})

describe('what the README says of the growth of the code', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')

  it.each(kinds.map(({ id, title }) => [title.toLowerCase(), id]))(
    'is true of the files of the kind %s',
    (title, id) => {
      const names = readdirSync(new URL(id, import.meta.url), { recursive: true, encoding: 'utf8' })
      const count = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).length
      expect(new RegExp(`^\\| \`${id}\` +\\| (\\d+) `, 'm').exec(readme)?.[1]).toBe(String(count))
    },
  )
})

describe('in a browser', () => {
  it('there are the kinds that were loaded, in the order of the heads whichever came first', async () => {
    expect(loaded).toEqual([])
    expect(hasKinds(['tool'])).toBe(false)
    await loadKinds(['endpoint'])
    await loadKinds(['tool', 'unheard-of'])
    expect(loaded.map(({ id }) => id)).toEqual(['tool', 'endpoint'])
    expect(hasKinds(['tool', 'endpoint'])).toBe(true)
    expect(loadKinds(['tool'])).toBe(loadKinds(['tool']))
  })
})
