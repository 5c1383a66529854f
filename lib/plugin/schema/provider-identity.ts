import { z } from 'zod'
import { field } from './field'
import { iconName, identityAuthor, identityLabel, providerName } from './identity'
import { localized } from './localized'
import { pluginTags, tagChoices, toolTags } from './words'

const tagRules = [
  { rule: 'tag', by: ['struct', 'G5', 'G6'], words: pluginTags, why: 'Dify knows only these tags' },
  {
    rule: 'tool-tag',
    by: ['G5', 'G6'],
    words: toolTags,
    only: ['agent', 'trigger'],
    why: 'providers may not carry the tags agent and trigger',
  },
  {
    rule: 'tag-release',
    by: ['G6'],
    words: [],
    only: ['rag'],
    fixed: '1.9.0',
    why: 'Dify before 1.9.0 does not know this tag',
  },
] as const

interface ProviderWords {
  /** What the provider lists: "tools". */
  items: string
  label: string
  description: string
  tags: string
}

/** Identity of a provider of tools or agent strategies: `tool_declaration.go: ToolProviderIdentity`, `sdk:tool.py`. */
export function providerIdentity({ items, label, description, tags }: ProviderWords) {
  return field(
    z.looseObject({
      author: identityAuthor,
      name: providerName('provider'),
      label: identityLabel('provider', label),
      description: localized(
        {
          title: 'Description',
          description: `What the ${items} of this provider are for.`,
          example: description,
        },
        { required: ['struct', 'G5'] },
      ),
      icon: field(
        iconName,
        {
          title: 'Icon',
          description: `A picture in the folder _assets, shown in the list of ${items}.`,
          widget: 'icon',
          example: 'icon.svg',
        },
        { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
      ),
      icon_dark: field(
        iconName.optional(),
        {
          title: 'Icon on dark',
          description: 'The picture for the dark theme.',
          widget: 'icon',
          example: 'icon-dark.svg',
        },
        { go: 'text', sdk: 'text', noNull: [] },
      ),
      tags: field(
        z
          .array(
            field(
              z.enum(toolTags),
              { title: 'Tag', description: 'A subject.' },
              { go: 'text', sdk: 'text', words: tagRules },
            ),
          )
          .optional(),
        { title: 'Tags', description: tags, widget: 'tags', choices: tagChoices },
        { go: 'texts', sdk: 'list', noNull: ['G5'] },
      ),
    }),
    { title: 'Identity', description: 'What the provider is called.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  )
}
