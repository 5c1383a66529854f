import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readYamlCorpus, sampleSpots, setNewValues, setOwnValues } from '../../../scripts/bench/yaml-edits'
import { randomFrom } from '../../../scripts/bench/yaml-values'

const folder = new URL('../../../../shared/corpus', import.meta.url).pathname
const present = existsSync(folder)
if (!present) console.info('SKIPPED: the edits of real plugins, since ../shared/corpus is absent')

const SAMPLE = 20_000

describe.skipIf(!present)('edits of real plugins', () => {
  const corpus = present
    ? readYamlCorpus(folder)
    : { texts: new Map<string, string>(), spots: [], excepted: 0, refused: [] }

  it('finds the scalars of all files but the few that no strict parser reads', () => {
    console.info(
      `${corpus.texts.size} files, ${corpus.spots.length} scalars, ${corpus.excepted} excepted (anchors, aliases), ` +
        `${corpus.refused.length} refused: ${corpus.refused.join(', ')}`,
    )
    expect(corpus.spots.length).toBeGreaterThan(50_000)
    expect(corpus.refused.length).toBeLessThanOrEqual(7)
  })

  it('leaves every byte alone when a scalar is set to its own value', { timeout: 600_000 }, () => {
    expect(setOwnValues(corpus).failures.slice(0, 5)).toEqual([])
  })

  it(`changes one value and only its lines, ${SAMPLE} times`, { timeout: 900_000 }, () => {
    const random = randomFrom(1)
    const spots = sampleSpots(corpus, SAMPLE, random)
    const { failures, edits, milliseconds } = setNewValues(corpus, spots, random)
    console.info(`${edits} edits, ${(milliseconds / edits).toFixed(2)} ms each with their judgement`)
    expect(failures.slice(0, 10)).toEqual([])
  })
})
