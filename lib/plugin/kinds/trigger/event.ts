import { z } from 'zod'
import type { DocumentType } from '../../document'
import { field } from '../../schema/field'
import { fileRef, textAt } from '../../schema/file-reference'
import { identityAuthor, identityLabel, itemName, optionsName } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { pythonSource } from '../../schema/python-source'
import { eventStub } from './event-stub'
import { eventParameters } from './parameter'
import { eventStarter } from './starter'

const schema = z.looseObject({
  identity: field(
    z.looseObject({
      author: identityAuthor,
      name: itemName('event', {
        use: 'The Python of the provider starts it by this name.',
        example: 'push',
        patterns: [optionsName],
      }),
      label: identityLabel('event', 'Push'),
    }),
    { title: 'Identity', description: 'What the event is called.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  description: localized(
    { title: 'Description', description: 'When the event happens.', example: 'Somebody pushed to a repository.' },
    { required: ['struct', 'G5'] },
  ),
  parameters: eventParameters(
    { title: 'Parameters', description: 'Filters that people set in the node: only what fits starts the workflow.' },
    { noNull: [] },
  ),
  output_schema: field(
    z.looseObject({}).optional(),
    {
      title: 'Output',
      description:
        'Variables that a workflow can use after this event, as a JSON Schema with "type: object" and "properties".',
      widget: 'schema',
    },
    { go: 'map', sdk: 'map', noNull: [], textKeys: true },
  ),
  extra: pythonSource('Event'),
})

/** An event: `pkg/entities/plugin_entities/trigger_declaration.go: EventDeclaration`, `sdk:trigger.py: EventConfiguration`. */
export const event: DocumentType = {
  id: 'event',
  title: 'Event',
  icon: 'zap',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Event',
      summary: 'What people call it',
      fields: ['identity.name', 'identity.label', 'description', 'identity.author'],
    },
    { id: 'parameters', title: 'Parameters', summary: 'Filters of the node', fields: ['parameters'] },
    {
      id: 'output',
      title: 'Output',
      summary: 'Variables a workflow can use after this event',
      fields: ['output_schema'],
    },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  table: {
    title: 'Events',
    columns: [
      { at: 'identity.label.en_US', title: 'Label' },
      { at: 'description.en_US', title: 'Description' },
    ],
  },
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Event',
  namePath: 'identity.name',
  repeatedName: 'Event `{name}` is already registered',
  refs: (value) => fileRef(value, ['extra', 'python', 'source'], 'python'),
  pythonBase: 'Event',
  pythonReads: { at: 'parameters', variable: 'parameters', noun: 'parameter' },
  starter: eventStarter,
  stub: eventStub,
}
