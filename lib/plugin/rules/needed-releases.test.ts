import { describe, expect, it } from 'vitest'
import { createPlugin } from '../create'
import { textOf, writeFile, type Files } from '../files'
import { highestNeed, neededReleases, neededSdk } from './needed-releases'
import { changed, repaired, saidOf, samplePlugin } from './sample-plugin'

const manifest = 'manifest.yaml'
const provider = 'provider/weather.yaml'
const tool = 'tools/forecast.yaml'
const oauth = 'oauth_schema:\n  client_schema: []\n  credentials_schema: []\n'

const withPin = (files: Files, pin: string) => writeFile(files, 'requirements.txt', `dify_plugin${pin}\n`)
const withOauth = (files: Files) => writeFile(files, provider, `${textOf(files, provider) ?? ''}${oauth}`)
const dated = changed(tool, 'type: string', 'type: date')
const minimum = '  minimum_dify_version: 1.7.1\n'
const session = `from dify_plugin import Tool, get_current_session


class A(Tool):
    def _invoke(self, tool_parameters: dict):
        yield call(get_current_session(), **tool_parameters)
`

describe('the releases that a plugin needs', () => {
  it('are those of its kinds, its fields and its Python', () => {
    const needs = (files: Files) => [
      highestNeed(neededReleases(files), 'sdk')?.release,
      highestNeed(neededReleases(files), 'dify')?.release,
    ]
    expect(needs(samplePlugin)).toEqual([undefined, undefined])
    expect(needs(dated)).toEqual(['0.10.1', undefined])
    expect(needs(changed(tool, 'type: string', 'type: checkbox'))).toEqual(['0.6.0', '1.10.0'])
    expect(needs(withOauth(samplePlugin))).toEqual(['0.4.2', '1.7.0'])
    expect(needs(writeFile(samplePlugin, 'tools/forecast.py', session))).toEqual(['0.10.0', undefined])
    expect(needs(writeFile(samplePlugin, 'tools/forecast.py', '# get_current_session\n'))).toEqual([
      undefined,
      undefined,
    ])
  })

  it('are what a fresh plugin asks for', () => {
    const base = { name: 'x', author: 'acme', createdAt: '2026-01-01T00:00:00Z' }
    for (const [kind, dify] of [
      ['tool', '1.7.1'],
      ['datasource', '1.9.0'],
      ['trigger', '1.10.1'],
    ] as const) {
      const files = createPlugin([kind], { ...base, credentials: 'oauth' })
      expect(/minimum_dify_version: (.*)/.exec(textOf(files, manifest) ?? '')?.[1]).toBe(dify)
      expect(textOf(files, 'requirements.txt')).toContain(`dify_plugin>=${neededSdk(files)},<0.11.0\n`)
    }
  })
})

describe('the check of releases', () => {
  const cases: Record<string, [Files, string[]]> = {
    'a pin that lets older SDKs in': [
      dated,
      ['advice sdk-too-old - requirements.txt:1:1', 'error parameter-type-release G6 tools/forecast.yaml:12:11'],
    ],
    'a pin that keeps out what the plugin needs': [
      withPin(writeFile(samplePlugin, 'tools/forecast.py', session), '>=0.9.0,<0.10.0'),
      ['error sdk-too-old G5 requirements.txt:1:1'],
    ],
    'a pin that fits': [withPin(writeFile(samplePlugin, 'tools/forecast.py', session), '>=0.10.0,<0.11.0'), []],
    'a pin that is too low for the marketplace': [
      withPin(withOauth(samplePlugin), '>=0.5.0'),
      ['publish sdk-version - requirements.txt:1:1'],
    ],
    'a lock that is older than what the plugin needs': [
      writeFile(
        withPin(writeFile(samplePlugin, 'tools/forecast.py', session), '>=0.10.0,<0.11.0'),
        'uv.lock',
        'version = 1\n\n[[package]]\nname = "dify-plugin"\nversion = "0.9.1"\n',
      ),
      ['error sdk-locked G5 uv.lock:4:1'],
    ],
    'OAuth without a word of the release that brought it': [
      withOauth(changed(manifest, minimum, '')),
      ['advice feature-minimum - provider/weather.yaml:21:3'],
    ],
    'OAuth with a release that has none': [
      withOauth(changed(manifest, minimum, '  minimum_dify_version: 1.6.0\n')),
      ['advice feature-minimum - provider/weather.yaml:21:3'],
    ],
    'OAuth with the release that had a fault in it': [withOauth(changed(manifest, '1.7.1', '1.7.0')), []],
    'OAuth with the release that is asked for': [withOauth(samplePlugin), []],
  }
  for (const [name, [files, said]] of Object.entries(cases)) {
    it(`judges ${name}`, () => {
      expect(saidOf(files).sort()).toEqual([...said].sort())
    })
  }

  it('raises the pin and the minimum to what is needed', () => {
    expect(repaired(dated, 'sdk-too-old', 'requirements.txt')).toContain('dify_plugin>=0.10.1,<0.11.0\n')
    const silent = withOauth(changed(manifest, minimum, ''))
    expect(repaired(silent, 'feature-minimum')).toContain('minimum_dify_version: "1.7.1"\n')
  })
})
