import { z } from 'zod'
import type { DocumentType } from '../../document'
import { field } from '../../schema/field'
import { fileRef, textAt } from '../../schema/file-reference'
import { identityAuthor, identityLabel, itemName, optionsName } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { outputSchema } from '../../schema/output-schema'
import { pythonSource } from '../../schema/python-source'
import { toolParameter, toolParameterItem } from './parameter'
import { toolStarter } from './starter'
import { toolStub } from './stub'

const schema = z.looseObject({
  identity: field(
    z.looseObject({
      author: identityAuthor,
      name: itemName('tool', { patterns: [optionsName] }),
      label: identityLabel('tool', 'Web search'),
    }),
    { title: 'Identity', description: 'What the tool is called.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  description: field(
    z.looseObject({
      human: localized(
        {
          title: 'Description for people',
          description: 'What the tool does, shown in the list of tools.',
          example: 'Search the web',
        },
        { required: ['struct', 'G5'] },
      ),
      llm: field(
        z.string().min(1),
        {
          title: 'Description for the model',
          description: 'Tells a model when to use the tool and what it answers.',
          widget: 'multiline',
          example: 'Searches the web and returns titles, links and texts.',
        },
        { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
      ),
    }),
    { title: 'Description', description: 'What the tool does, once for people and once for models.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  parameters: field(
    z.array(toolParameter).optional(),
    { title: 'Parameters', description: 'What the tool needs to know.', widget: 'list', item: toolParameterItem },
    { go: 'list', sdk: 'list', noNull: [], checks: ['parameter-names'] },
  ),
  output_schema: outputSchema,
  has_runtime_parameters: field(
    z.boolean().optional(),
    {
      title: 'Parameters at run time',
      description:
        'Old way to make parameters in code; Dify then calls the plugin while it lists tools. Use the type "Choice from code" instead.',
      widget: 'switch',
      absent: false,
      rare: true,
      onlyWhenPresent: true,
    },
    { go: 'bool' },
  ),
  extra: pythonSource('Tool'),
})

/** A tool: `pkg/entities/plugin_entities/tool_declaration.go: ToolDeclaration`, `sdk:tool.py: ToolConfiguration`. */
export const tool: DocumentType = {
  id: 'tool',
  title: 'Tool',
  icon: 'wrench',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Tool',
      summary: 'What people and models call it',
      fields: ['identity.name', 'identity.label', 'description.human', 'description.llm', 'identity.author'],
    },
    { id: 'parameters', title: 'Parameters', summary: 'What the tool needs to know', fields: ['parameters'] },
    {
      id: 'output',
      title: 'Output',
      summary: 'Variables a workflow can use after this tool',
      fields: ['output_schema'],
    },
    { id: 'code', title: 'Code', fields: ['extra.python.source', 'has_runtime_parameters'] },
  ],
  table: {
    title: 'Tools',
    columns: [
      { at: 'identity.label.en_US', title: 'Label' },
      { at: 'description.human.en_US', title: 'Description for people' },
      { at: 'description.llm' },
    ],
  },
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Tool',
  namePath: 'identity.name',
  refs: (value) => fileRef(value, ['extra', 'python', 'source'], 'python'),
  pythonBase: 'Tool',
  pythonReads: { at: 'parameters', variable: 'tool_parameters', noun: 'parameter' },
  starter: toolStarter,
  stub: toolStub,
}
