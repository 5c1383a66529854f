import { z } from 'zod'
import { field } from './field'
import type { PatternRule } from './gate-rules'
import { localized } from './localized'
import { plainItemName } from './written-name'

/** Author of a provider or item: required text that nothing compares (manifest.md section 8). */
export const identityAuthor = field(
  z.string().min(1),
  { title: 'Author', description: 'Who made it. Usually the author of the plugin.', example: 'acme', rare: true },
  { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
)

/** Label of a provider or item. */
export function identityLabel(what: string, example: string) {
  return localized(
    { title: 'Label', description: `Name of the ${what} as people read it in Dify.`, example },
    { required: ['struct', 'G5'] },
  )
}

interface ItemNameWords {
  use?: string
  example?: string
  /** Rules beyond those of every name. */
  patterns?: readonly PatternRule[]
}

const itemPattern = '^[a-zA-Z0-9_-]+$'

/** Of items whose Python offers options: the SDK takes the word for the set-up of a trigger (sdk.md section a.10). */
export const optionsName: PatternRule = {
  rule: 'item-name-provider',
  by: [],
  pattern: '^(?!provider$)',
  message:
    'Choose another name than "provider": where Dify asks for options to choose from, the SDK takes this word for the set-up of a trigger and asks that.',
}

/** Name of an item, which models see: `pkg/entities/plugin_entities/tool_declaration.go: toolIdentityNameRegex`. */
export function itemName(
  what: string,
  { use = 'Models call it by this name.', example = 'web_search', patterns = [] }: ItemNameWords = {},
) {
  return field(
    z.string().regex(/^[a-zA-Z0-9_-]+$/),
    {
      title: 'Name',
      description: `Technical name of the ${what}: letters, digits, "_" and "-". ${use}`,
      example,
      mono: true,
    },
    {
      written: plainItemName,
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      patterns: [
        {
          rule: 'item-name',
          by: ['struct'],
          pattern: itemPattern,
          empty: true,
          repair: 'name',
          message: 'Use only letters, digits, "_" and "-" in the name. Remote debugging refuses any other.',
        },
        ...patterns,
      ],
    },
  )
}

/** Name of a provider; Dify's provider id takes lower case only (dify-api.md section 2.8). */
export function providerName(what: string) {
  return field(
    z.string().regex(/^[a-z0-9_-]+$/),
    {
      title: 'Name',
      description: `Technical name of the ${what}: lower-case letters, digits, "_" and "-". Users' set-ups are stored under it, so it should not change once published.`,
      example: 'weather',
      mono: true,
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      patterns: [
        {
          rule: 'provider-name',
          by: ['struct'],
          pattern: itemPattern,
          empty: true,
          repair: 'name',
          message:
            'Use only letters, digits, "_" and "-" in the name. Dify addresses the provider by it, remote debugging refuses any other.',
        },
        {
          rule: 'provider-name-lower',
          by: ['G6'],
          pattern: '^[^A-Z]*$',
          repair: 'lower-case',
          message:
            'Write the provider name in lower case. Dify\'s provider id is lower case ("Invalid plugin id"), so nothing of this provider could be used.',
        },
      ],
    },
  )
}

/** Icon of a manifest or provider: a file name inside `_assets` (package-format.md section 10). */
export const iconName = z.string().min(1).max(128)
