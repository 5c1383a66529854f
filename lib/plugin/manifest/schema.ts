import { z } from 'zod'
import { field } from '../schema/field'
import { iconName } from '../schema/identity'
import { localized } from '../schema/localized'
import { pluginTags, tagChoices } from '../schema/words'
import { permission } from './permission'
import { meta } from './runtime'
import { sections } from './sections'

function section(title: string, description: string) {
  const path = field(
    z.string().max(128),
    { title, description: 'Path of the file.', mono: true },
    { go: 'text', sdk: 'text', notEmpty: ['G1', 'G5'], max: { length: 128, by: ['struct'] } },
  )
  return field(
    z.array(path).optional(),
    { title, description, widget: 'strings', rare: true },
    { go: 'texts', sdk: 'list', noNull: ['G5'] },
  )
}

const plugins = z.looseObject(
  Object.fromEntries(sections.map(({ key, title }) => [key, section(title, `File of the ${title.toLowerCase()}.`)])),
)

/** A whole provider inside the manifest: overwritten by the one of a file, and not read by the SDK (manifest.md section 1). */
function inlineProvider(title: string) {
  return field(z.unknown().optional(), {
    title,
    description:
      'A provider written inside the manifest. Move it into a file of its own: the SDK does not read it here.',
    widget: 'value',
    rare: true,
    onlyWhenPresent: true,
  })
}

/** `pkg/entities/plugin_entities/plugin_declaration.go: PluginDeclaration` (manifest.md). */
export const manifestSchema = z.looseObject({
  version: field(
    z.string().regex(/^\d{1,4}(\.\d{1,4}){2}(-\w{1,16})?$/),
    {
      title: 'Version',
      description:
        'Three numbers, such as 0.0.1, with a suffix such as -beta or -rc1 where you like. Raise it with every release.',
      example: '0.0.1',
      mono: true,
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G3', 'G5', 'G6'], checks: ['plugin-version'] },
  ),
  type: field(
    z.enum(['plugin']),
    { title: 'Type', description: 'Always "plugin".', rare: true },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      add: 'plugin',
      words: [
        {
          rule: 'manifest-type',
          by: ['struct', 'G5'],
          words: ['plugin'],
          why: 'it is the only type that Dify installs',
        },
      ],
    },
  ),
  author: field(
    z.string().regex(/^[a-z0-9_-]{1,64}$/),
    {
      title: 'Author',
      description:
        'Your name or organisation as part of the plugin\'s id: lower-case letters, digits, "_" and "-", at most 64.',
      example: 'acme',
      mono: true,
    },
    { go: 'text', sdk: 'text', required: ['G3', 'G4', 'G5', 'G6'], noNull: ['G3', 'G4', 'G6'], checks: ['author'] },
  ),
  name: field(
    z.string().regex(/^[a-z0-9_-]{1,128}$/),
    {
      title: 'Name',
      description:
        'Technical name: lower-case letters, digits, "_" and "-", at most 128. It cannot change once published: author/name is the plugin\'s id.',
      example: 'weather',
      mono: true,
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G3', 'G5', 'G6'], checks: ['plugin-name'] },
  ),
  label: localized(
    { title: 'Label', description: 'The name that people read.', example: 'Weather' },
    { required: ['struct', 'G5'] },
  ),
  description: localized(
    {
      title: 'Description',
      description: 'One or two sentences on what the plugin does, shown on its card.',
      example: 'Look up the weather of any city.',
    },
    { required: ['struct', 'G5'] },
  ),
  icon: field(
    iconName,
    {
      title: 'Icon',
      description: 'A picture in the folder _assets, shown on the card. SVG or PNG, square.',
      widget: 'icon',
      example: 'icon.svg',
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: { length: 128, by: ['struct'] } },
  ),
  icon_dark: field(
    iconName.optional(),
    { title: 'Icon on dark', description: 'The picture for the dark theme.', widget: 'icon', example: 'icon-dark.svg' },
    { go: 'text', sdk: 'text', noNull: [], max: { length: 128, by: ['struct'] } },
  ),
  tags: field(
    z
      .array(
        field(
          z.enum(pluginTags),
          { title: 'Tag', description: 'A subject.' },
          {
            go: 'text',
            words: [{ rule: 'tag', by: ['struct'], words: pluginTags, why: 'Dify knows only these tags' }],
            max: { length: 128, by: ['struct'] },
          },
        ),
      )
      .optional(),
    { title: 'Tags', description: 'Subjects under which the plugin is found.', widget: 'tags', choices: tagChoices },
    { go: 'texts' },
  ),
  created_at: field(
    z.string(),
    {
      title: 'Created',
      description: 'When the plugin was made, with zone: 2025-01-15T09:00:00Z.',
      widget: 'date',
      example: '2025-01-15T09:00:00Z',
      mono: true,
      rare: true,
    },
    { go: 'time', sdk: 'time', required: ['struct', 'G5'], checks: ['created-at'] },
  ),
  resource: field(
    z.looseObject({
      memory: field(
        z.int().min(1),
        {
          title: 'Memory',
          description:
            'How much memory the plugin needs, such as 256 MB; the file holds bytes. Dify does not enforce it.',
          widget: 'number',
          unit: 'bytes',
          example: '268435456',
        },
        { go: 'int', sdk: 'int', required: ['struct', 'G5'], notEmpty: ['struct'], add: 268435456 },
      ),
      permission,
    }),
    { title: 'Resources', description: 'What the plugin needs.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  plugins: field(
    plugins,
    {
      title: 'Parts',
      description: "The files of the plugin's parts, one of each kind at most.",
      widget: 'group',
      rare: true,
    },
    { go: 'map', sdk: 'map', required: ['G3', 'G4', 'G5'] },
  ),
  meta: field(
    meta,
    { title: 'Runtime', description: 'How Dify starts the plugin.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  privacy: field(
    z.string().optional(),
    {
      title: 'Privacy policy',
      description: 'A file of the plugin, usually PRIVACY.md, or an address. The marketplace asks for it.',
      widget: 'file',
      example: 'PRIVACY.md',
      mono: true,
    },
    { go: 'text' },
  ),
  repo: field(
    z.string().optional(),
    {
      title: 'Repository',
      description: 'Where the source is, as a full address. The marketplace asks for it.',
      example: 'https://github.com/acme/weather',
      mono: true,
    },
    { go: 'text', sdk: 'text', noNull: [], checks: ['repo'] },
  ),
  contact: field(z.string().optional(), {
    title: 'Contact',
    description: 'An e-mail address for users and reviewers. Dify does not read it, the marketplace asks for it.',
    example: 'hello@acme.example',
    mono: true,
  }),
  network: field(
    z.looseObject({
      domains: field(z.array(z.string()).optional(), {
        title: 'Hosts',
        description:
          'Hosts that the plugin talks to, such as api.example.com or *.example.com. Dify does not read it, marketplace reviewers do.',
        widget: 'strings',
        mono: true,
      }),
    }),
    { title: 'Network', description: 'Hosts that the plugin talks to.', widget: 'group', rare: true },
  ).optional(),
  ...Object.fromEntries(sections.map(({ inline, title }) => [inline, inlineProvider(title)])),
  verified: field(
    z.boolean().optional(),
    {
      title: 'Verified',
      description: 'Has no effect: Dify sets it from the signature.',
      widget: 'switch',
      rare: true,
      onlyWhenPresent: true,
    },
    { go: 'bool' },
  ),
})
