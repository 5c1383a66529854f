import { createPlugin } from '../create'
import { textOf, writeFile, type Files } from '../files'
import { setIn } from '../yaml/edit'
import { forecastPython, forecastYaml, weatherPrivacy, weatherReadme } from './weather-texts'

/**
 * The example to open: made as New plugin makes one, then finished, with a parameter of each usual sort, an output and Python that asks
 * Open-Meteo, which wants no key. `createdAt` is RFC 3339.
 */
export function weatherPlugin(author: string, createdAt: string): Files {
  const fresh = createPlugin(['tool'], {
    name: 'weather',
    author,
    label: 'Weather',
    description: 'The forecast for any place on earth, from Open-Meteo.',
    createdAt,
    items: { tool: ['forecast'] },
  })
  const texts: readonly (readonly [string, string])[] = [
    ['manifest.yaml', tagged(textOf(fresh, 'manifest.yaml') ?? '')],
    ['tools/forecast.yaml', forecastYaml(author)],
    ['tools/forecast.py', forecastPython],
    ['README.md', weatherReadme],
    ['PRIVACY.md', weatherPrivacy],
  ]
  return texts.reduce((files, [path, text]) => writeFile(files, path, text), fresh)
}

function tagged(manifest: string): string {
  const edited = setIn(manifest, ['tags'], ['weather'])
  return edited.ok ? edited.text : manifest
}
