import { z } from 'zod'
import { field } from '../../schema/field'
import { iconName, identityAuthor, identityLabel } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { pluginTags, tagChoices, toolTags } from '../../schema/words'

/** `sdk:datasource_manifest.py: DatasourceLabelEnum`: the tags of tools without `rag`. */
const datasourceTags = toolTags.filter((tag) => tag !== 'rag')

const tag = field(
  z.enum(datasourceTags),
  { title: 'Tag', description: 'A subject.' },
  {
    go: 'text',
    sdk: 'text',
    words: [
      { rule: 'tag', by: ['struct', 'G5', 'G6'], words: pluginTags, why: 'Dify knows only these tags' },
      {
        rule: 'datasource-tag',
        by: ['G5', 'G6'],
        words: [],
        only: ['agent', 'trigger'],
        why: 'data source providers may not carry the tags agent and trigger, the plugin does not start',
      },
      {
        rule: 'datasource-tag',
        by: ['G5'],
        words: [],
        only: ['rag'],
        why: 'the SDK does not know rag here, the plugin does not start; the tags of the manifest may have it',
      },
    ],
  },
)

const name = field(
  z.string().regex(/^[a-z0-9_-]+$/),
  {
    title: 'Name',
    description:
      'Technical name of the provider: lower-case letters, digits, "_" and "-". What people have set up is stored under it, so it should not change once published.',
    example: 'docs',
    mono: true,
  },
  {
    go: 'text',
    sdk: 'text',
    required: ['struct', 'G5'],
    notEmpty: ['struct'],
    patterns: [
      {
        rule: 'provider-name',
        by: ['G6'],
        pattern: '^[a-zA-Z0-9_-]+$',
        empty: true,
        repair: 'name',
        message:
          'Use only letters, digits, "_" and "-" in the name: with any other the list of data sources fails for the whole workspace ("Invalid plugin id").',
      },
      {
        rule: 'provider-name-lower',
        by: ['G6'],
        pattern: '^[^A-Z]*$',
        repair: 'lower-case',
        message:
          'Write the provider name in lower case: with any other the list of data sources fails for the whole workspace ("Invalid plugin id").',
      },
    ],
  },
)

/** `datasource_declaration.go: DatasourceProviderIdentity`: neither a dark icon, nor a rule of the daemon for the name. */
export const providerIdentity = field(
  z.looseObject({
    author: identityAuthor,
    name,
    label: identityLabel('provider', 'Docs'),
    description: localized(
      {
        title: 'Description',
        description: 'What people get from it, shown before they install it.',
        example: 'Import pages',
      },
      { required: ['struct', 'G5'] },
    ),
    icon: field(
      iconName,
      {
        title: 'Icon',
        description: 'A picture in the folder _assets, shown in the list of data sources.',
        widget: 'icon',
        example: 'icon.svg',
      },
      { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
    ),
    tags: field(
      z.array(tag).optional(),
      {
        title: 'Tags',
        description: 'Subjects. No page of Dify shows or filters them yet.',
        widget: 'tags',
        choices: tagChoices,
        rare: true,
      },
      { go: 'texts', sdk: 'list', noNull: [] },
    ),
  }),
  { title: 'Identity', description: 'What the provider is called.', widget: 'group' },
  { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
)
