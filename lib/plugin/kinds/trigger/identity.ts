import { z } from 'zod'
import { field } from '../../schema/field'
import { iconName, identityAuthor, identityLabel, providerName } from '../../schema/identity'
import { localized } from '../../schema/localized'

/** Identity of a trigger provider: `pkg/entities/plugin_entities/trigger_declaration.go: TriggerProviderIdentity`. */
export const triggerIdentity = field(
  z.looseObject({
    author: identityAuthor,
    name: providerName('trigger provider'),
    label: identityLabel('provider', 'Forge'),
    description: localized(
      { title: 'Description', description: 'What its events tell of.', example: 'Events of a code forge.' },
      { required: ['struct', 'G5'] },
    ),
    icon: field(
      iconName,
      {
        title: 'Icon',
        description: 'A picture in the folder _assets, shown in the list of triggers.',
        widget: 'icon',
        example: 'icon.svg',
      },
      { go: 'text', sdk: 'text', required: ['struct'], notEmpty: ['struct'] },
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
      z.array(z.string()).optional(),
      {
        title: 'Tags',
        description: 'Leave them out: the daemon and the SDK take no tag in common. Those of the plugin count.',
        widget: 'strings',
        onlyWhenPresent: true,
      },
      { go: 'texts', sdk: 'list', noNull: ['G5'], checks: ['trigger-tags'] },
    ),
  }),
  { title: 'Identity', description: 'What the provider is called.', widget: 'group' },
  { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
)
