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
