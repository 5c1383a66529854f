import { createPlugin } from '../create'
import { textOf, writeFile, type Files } from '../files'
import { setIn } from '../yaml/edit'
import {
  forecastPython,
  forecastYaml,
  weatherDescription,
  weatherLabel,
  weatherPrivacy,
  weatherReadme,
} from './weather-texts'

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
    ['manifest.yaml', withTexts(fresh, 'manifest.yaml', [], ['weather'])],
    ['provider/weather.yaml', withTexts(fresh, 'provider/weather.yaml', ['identity'], ['weather'])],
    ['tools/forecast.yaml', forecastYaml(author)],
    ['tools/forecast.py', forecastPython],
    ['README.md', weatherReadme],
    ['PRIVACY.md', weatherPrivacy],
  ]
  return texts.reduce((files, [path, text]) => writeFile(files, path, text), fresh)
}

/** A document with its label and description in all languages, and with tags. */
function withTexts(files: Files, file: string, at: readonly string[], tags: readonly string[]): string {
  const edits: readonly (readonly [readonly string[], unknown])[] = [
    [[...at, 'label'], weatherLabel],
    [[...at, 'description'], weatherDescription],
    [[...at, 'tags'], tags],
  ]
  return edits.reduce(
    (text, [path, value]) => {
      const edited = setIn(text, path, value)
      return edited.ok ? edited.text : text
    },
    textOf(files, file) ?? '',
  )
}
