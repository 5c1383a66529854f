import { z } from 'zod'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import { formFields } from './form-field'
import { modelFiles } from './model-files'
import { daemonWords, modelChoices, modelTypes, modelWords, sdkWords } from './model-types'
import { providerIcons } from './provider-icons'

const methods = ['predefined-model', 'customizable-model'] as const

/** What a provider file holds (model.md sections 1 to 3). */
export const providerSchema = z.looseObject({
  provider: field(
    z.string().regex(/^[a-z0-9_-]+$/),
    {
      title: 'Name',
      description:
        'Technical name of the provider: lower-case letters, digits, "_" and "-". Credentials are stored under it, so it should not change once published.',
      example: 'tinyllm',
      mono: true,
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5', 'G6'],
      notEmpty: ['struct', 'G6'],
      max: { length: 255, by: ['struct'] },
      patterns: [
        {
          rule: 'provider-name-lower',
          by: ['G6'],
          pattern: '^[a-z0-9_-]+$',
          repair: 'lower-case',
          message:
            'Write the provider name in lower-case letters, digits, "_" and "-". Dify\'s provider id takes no other ("Invalid plugin id"), so its models could not be used.',
        },
      ],
    },
  ),
  label: localized(
    { title: 'Label', description: 'Name of the provider as people read it in Dify.', example: 'Tiny LLM' },
    { required: ['struct', 'G5'] },
  ),
  description: localized(
    { title: 'Description', description: 'One sentence on the models. Without it the text of the plugin counts.' },
    { noNull: [] },
  ).optional(),
  icon_small: providerIcons('Icon', 'Shown beside each model.', false),
  icon_small_dark: providerIcons('Icon on dark', 'The same for the dark theme.'),
  icon_large: providerIcons('Large icon', 'Shown by Dify before 1.11.3 only.'),
  icon_large_dark: providerIcons('Large icon on dark', 'The same for the dark theme.'),
  background: field(
    z.string().optional(),
    {
      title: 'Background',
      description: 'Colour behind the provider. The console of Dify 1 does not draw it.',
      example: '#E5E7EB',
      widget: 'color',
      ground: {
        text: { light: '#101828', dark: '#fbfbfc' },
        icons: { light: ['icon_small.en_US'], dark: ['icon_small_dark.en_US', 'icon_small.en_US'] },
      },
      mono: true,
      rare: true,
    },
    { go: 'text', sdk: 'text', noNull: [] },
  ),
  help: field(
    z.looseObject({
      title: localized(
        { title: 'Help', description: 'Text of the link below the credentials.', example: 'Get your API key' },
        { required: ['struct', 'G5'] },
      ),
      url: localized(
        {
          title: 'Help address',
          description: 'Where it leads, for each language.',
          example: 'https://example.com/keys',
        },
        { required: ['struct', 'G5'] },
      ),
    }),
    { title: 'Help', description: 'A link below the credentials: where to get them.', widget: 'group', rare: true },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional(),
  supported_model_types: field(
    z
      .array(
        field(
          z.enum(modelWords),
          { title: 'Type', description: 'A type of models.' },
          {
            go: 'text',
            sdk: 'text',
            words: [
              {
                rule: 'model-type',
                by: ['struct', 'G5', 'G6'],
                words: daemonWords,
                why: 'Dify knows only these types of models',
              },
              {
                rule: 'model-type',
                by: ['G5', 'G6'],
                words: sdkWords,
                only: ['multimodal-embedding', 'multimodal-rerank'],
                why: 'neither the SDK nor any Dify release takes it',
              },
              {
                rule: 'model-type',
                by: ['G6'],
                words: modelWords,
                only: ['text2img'],
                why: 'every Dify release refuses it',
              },
            ],
          },
        ),
      )
      .max(16),
    {
      title: 'Types of models',
      description: 'What the provider has models for.',
      widget: 'tags',
      choices: modelChoices,
    },
    { go: 'texts', sdk: 'list', required: ['struct', 'G5', 'G6'], maxItems: { count: 16, by: ['struct'] } },
  ),
  configurate_methods: field(
    z
      .array(
        field(
          z.enum(methods),
          { title: 'Method', description: 'How models come in.' },
          {
            go: 'text',
            sdk: 'text',
            words: [
              {
                rule: 'configurate-method',
                by: ['struct', 'G5', 'G6'],
                words: methods,
                why: 'Dify knows only these two ways',
              },
            ],
          },
        ),
      )
      .max(16),
    {
      title: 'Where models come from',
      description: 'Models that the plugin lists, models that people add by name, or both.',
      widget: 'tags',
      choices: {
        'predefined-model': { title: 'Listed here', description: 'One file each; credentials for the whole provider.' },
        'customizable-model': { title: 'Added by people', description: 'By name, with credentials of their own.' },
      },
    },
    { go: 'texts', sdk: 'list', required: ['struct', 'G5', 'G6'], maxItems: { count: 16, by: ['struct'] } },
  ),
  provider_credential_schema: field(
    z.looseObject({
      credential_form_schemas: formFields('provider', {
        title: 'Credentials of the provider',
        description: 'What people fill in once for all listed models.',
      }),
    }),
    { title: 'Credentials of the provider', description: 'Needed for listed models.', widget: 'group' },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional(),
  model_credential_schema: field(
    z.looseObject({
      model: field(
        z.looseObject({
          label: localized(
            {
              title: 'Model name: label',
              description: 'Label of the box for the name of the model.',
              example: 'Model name',
            },
            { required: ['struct', 'G5'] },
          ),
          placeholder: localized(
            {
              title: 'Model name: placeholder',
              description: 'Grey text inside it.',
              example: 'Enter the name of your model',
            },
            { noNull: [] },
          ).optional(),
        }),
        { title: 'Model name', description: 'How the name of the model is asked.', widget: 'group' },
        { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
      ),
      credential_form_schemas: formFields('model', {
        title: 'Credentials of a model',
        description: 'What people fill in for each model that they add.',
      }),
    }),
    { title: 'Credentials of a model', description: 'Needed for models that people add.', widget: 'group' },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional(),
  models: field(
    z.looseObject(
      Object.fromEntries(
        modelTypes.map(({ key, title }) => [key, modelFiles(title, 'Files of the models of this type.')]),
      ),
    ),
    { title: 'Models', description: 'Which files are models, by type.', widget: 'group' },
    { sdk: 'map', noNull: ['G5'] },
  ).optional(),
  extra: field(
    z.looseObject({
      python: field(
        z.looseObject({
          provider_source: field(
            z.string().min(1),
            {
              title: 'Python of the provider',
              description: 'The file with the one class derived from ModelProvider.',
              widget: 'file',
              mono: true,
            },
            { sdk: 'text', required: ['G5'], notEmpty: ['G5'] },
          ),
          model_sources: field(
            z
              .array(
                field(
                  z.string(),
                  { title: 'File', description: 'A Python file with classes of models.', mono: true },
                  { sdk: 'text', noNull: ['G5'], notEmpty: ['G5'] },
                ),
              )
              .optional(),
            {
              title: 'Python of the models',
              description: 'Files with a class for each type of models, three folders deep: models/llm/llm.py.',
              widget: 'strings',
            },
            { sdk: 'list', noNull: ['G5'] },
          ),
        }),
        { title: 'Python', description: 'Where the code stands.', widget: 'group' },
        { sdk: 'map', required: ['G5'] },
      ),
    }),
    { title: 'Code', description: 'Where the code stands.', widget: 'group' },
    { sdk: 'map', required: ['G5'] },
  ),
})
