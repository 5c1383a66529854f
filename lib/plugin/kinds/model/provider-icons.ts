import { z } from 'zod'
import { field } from '../../schema/field'
import { iconName } from '../../schema/identity'

/** A picture of the provider, which may differ by language. */
export function providerIcons(title: string, description: string, rare = true) {
  const icon = (language: string) =>
    field(
      iconName.optional(),
      { title: language, description: `The picture for ${language}, in the folder _assets.`, widget: 'icon' },
      { go: 'text', sdk: 'text', noNull: [] },
    )
  return field(
    z
      .looseObject({
        en_US: field(
          iconName,
          {
            title,
            description: `${description} A picture in the folder _assets.`,
            widget: 'icon',
            example: 'icon.svg',
          },
          { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
        ),
        zh_Hans: icon('Simplified Chinese'),
      })
      .optional(),
    { title, description, widget: 'group', rare },
    { go: 'map', sdk: 'map', noNull: [] },
  )
}
