import { z } from 'zod'
import type { FieldMeta, ItemMeta } from '../../document'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import type { Offers } from '../../schema/offers'
import { identifierName } from '../../schema/written-name'
import { modelTypeVariable } from './show-on'

const formTypes = ['text-input', 'secret-input', 'select', 'radio', 'switch'] as const
const chosen = ['select', 'radio'] as const
const longText = { length: 255, by: ['struct'] } as const

/** Whose credentials a form asks for: only the dialog of a model knows the type of it (`__model_type`). */
type FormOf = 'provider' | 'model'

const conditions = {
  provider: { description: 'The name of another field of this form.', example: { variable: 'region', value: 'eu' } },
  model: {
    description: 'The other field, or __model_type for the type of the model.',
    example: { variable: modelTypeVariable, value: 'llm' },
  },
} as const

/** The other fields of the form, and in that of a model its type. */
const others = (of: FormOf): Offers => ({
  list: 'credential_form_schemas',
  word: 'variable',
  ...(of === 'model' ? { besides: { [modelTypeVariable]: 'supported_model_types' } } : {}),
})

const conditionItem: ItemMeta = {
  noun: 'condition',
  row: ['variable', 'value'],
  form: [{ id: 'condition', title: 'Condition', fields: ['variable', 'value'] }],
  starter: { variable: '', value: '' },
}

/** `ModelProviderFormShowOnObject`: another field, or `__model_type`, and what it must hold. */
const showOn = (of: FormOf) =>
  field(
    z
      .array(
        field(
          z.looseObject({
            variable: field(
              z.string().min(1).max(255),
              {
                title: 'Field',
                description: conditions[of].description,
                example: conditions[of].example.variable,
                widget: 'offered',
                offers: others(of),
                mono: true,
              },
              { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: longText },
            ),
            value: field(
              z.string().min(1).max(255),
              {
                title: 'Value',
                description: 'What it must hold.',
                example: conditions[of].example.value,
                widget: 'offered',
                offers: { ...others(of), of: { named: 'variable', list: 'options', word: 'value' } },
                mono: true,
              },
              { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: longText },
            ),
          }),
          { title: 'Condition', description: 'Another field and its value.' },
          { go: 'map', sdk: 'map', checks: ['model-condition'] },
        ),
      )
      .max(16)
      .optional(),
    {
      title: 'Show only when',
      description: 'The field is asked only while another one holds a value. A hidden field is not required.',
      widget: 'list',
      item: conditionItem,
      rare: true,
    },
    { go: 'list', sdk: 'list', noNull: ['G5'], maxItems: { count: 16, by: ['struct'] } },
  )

/** `ModelProviderFormOption`. */
const option = (of: FormOf) =>
  field(
    z.looseObject({
      value: field(
        z.string().min(1).max(255),
        { title: 'Value', description: 'What your Python gets when this is chosen.', example: 'eu', mono: true },
        { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: longText },
      ),
      label: localized(
        { title: 'Label', description: 'What people see in the list.', example: 'Europe' },
        { required: ['struct', 'G5'] },
      ),
      show_on: showOn(of),
    }),
    { title: 'Option', description: 'One choice.' },
    { go: 'map', sdk: 'map' },
  )

const optionItem: ItemMeta = {
  noun: 'option',
  row: ['value', 'label'],
  form: [{ id: 'option', title: 'Option', fields: ['value', 'label', 'show_on'] }],
  starter: { value: '$name', label: { en_US: '$title' } },
}

/** A text that only the daemon reads. */
function unread(title: string) {
  return field(z.string().optional(), { title, description: `The text in ${title}.` }, { go: 'text', noNull: [] })
}

const formField = (of: FormOf) =>
  field(
    z.looseObject({
      variable: field(
        z.string().min(1).max(255),
        {
          title: 'Name',
          description: 'The key under which your Python reads the value: credentials["api_key"].',
          example: 'api_key',
          mono: true,
        },
        {
          written: identifierName,
          go: 'text',
          sdk: 'text',
          required: ['struct', 'G5'],
          notEmpty: ['struct'],
          max: longText,
        },
      ),
      type: field(
        z.enum(formTypes),
        {
          title: 'Type',
          description: 'How it is entered and stored. Use "Secret" for everything that opens a door.',
          widget: 'select',
          choices: {
            'text-input': { title: 'Text', description: 'Plain text.' },
            'secret-input': { title: 'Secret', description: 'Hidden while typing, stored encrypted.' },
            select: { title: 'Choice', description: 'One of the options that you list.' },
            radio: { title: 'Choice in boxes', description: 'The same, with all options in sight.' },
            switch: { title: 'Switch', description: 'Dify draws no control for it: use a choice of two.' },
          },
        },
        {
          go: 'text',
          sdk: 'text',
          required: ['struct', 'G5', 'G6'],
          words: [
            {
              rule: 'model-form-type',
              by: ['struct', 'G5', 'G6'],
              words: formTypes,
              why: 'Dify knows only these types in forms of models',
            },
          ],
        },
      ),
      label: localized(
        { title: 'Label', description: 'Name of the field in the dialog.', example: 'API key' },
        { required: ['struct', 'G5'] },
      ),
      required: field(
        z.boolean().optional(),
        {
          title: 'Required',
          description: 'Always write it: without it Dify takes "no" and the SDK "yes".',
          widget: 'switch',
          absent: false,
        },
        { go: 'bool', sdk: 'bool', noNull: ['G5'] },
      ),
      default: field(
        z.string().max(255).optional(),
        {
          title: 'Default',
          description: 'The text that stands there at first; numbers and true or false in quotes.',
          showFor: { type: ['text-input', 'select', 'radio', 'switch'] },
        },
        { go: 'text', sdk: 'text', noNull: [], max: longText },
      ),
      options: field(
        z.array(option(of)).max(128).optional(),
        {
          title: 'Options',
          description: 'What can be chosen.',
          widget: 'options',
          item: optionItem,
          showFor: { type: chosen },
        },
        { go: 'list', sdk: 'list', noNull: [], maxItems: { count: 128, by: ['struct'] } },
      ),
      placeholder: localized(
        {
          title: 'Placeholder',
          description: 'Grey text inside the empty field.',
          example: 'Paste your API key',
          showFor: { type: ['text-input', 'secret-input'] },
        },
        { noNull: [] },
      ).optional(),
      max_length: field(
        z.int().min(0).optional(),
        { title: 'Longest text', description: 'Kept, but no form of Dify applies it.', rare: true, absent: 0 },
        { go: 'int', sdk: 'int', noNull: ['G5'] },
      ),
      show_on: showOn(of),
      help: field(
        z.looseObject({ en_US: unread('English'), zh_Hans: unread('Simplified Chinese') }).optional(),
        {
          title: 'Help',
          description: 'Dify does not show it: the help of the provider is shown.',
          onlyWhenPresent: true,
        },
        {
          go: 'map',
          noNull: [],
          dropped: 'No form of Dify shows it, and the SDK drops it: only the help of the provider is shown.',
        },
      ),
      url: field(
        z.string().optional(),
        {
          title: 'Help address',
          description: 'Dify does not show it: the help of the provider is shown.',
          mono: true,
          onlyWhenPresent: true,
        },
        {
          go: 'text',
          noNull: [],
          dropped: 'No form of Dify shows it, and the SDK drops it: only the help of the provider is shown.',
        },
      ),
    }),
    { title: 'Field', description: 'What people fill in.' },
    { go: 'map', sdk: 'map', checks: ['model-form-field'] },
  )

const formFieldItem: ItemMeta = {
  noun: 'field',
  row: ['variable', 'type', 'label'],
  form: [
    { id: 'field', title: 'Field', fields: ['variable', 'type', 'label', 'required'] },
    { id: 'values', title: 'Values', fields: ['options', 'default', 'placeholder', 'max_length', 'show_on'] },
  ],
  starter: { variable: '$name', type: 'secret-input', required: true, label: { en_US: '$title' } },
}

/** The fields of a form of credentials: `model_declaration.go: ModelProviderCredentialFormSchema`. */
export function formFields(of: FormOf, meta: Pick<FieldMeta, 'title' | 'description'>) {
  return field(
    z.array(formField(of)).max(32),
    { ...meta, widget: 'list', item: formFieldItem },
    {
      go: 'list',
      sdk: 'list',
      required: ['G5'],
      maxItems: { count: 32, by: ['struct'] },
      checks: ['model-form-names'],
    },
  )
}
