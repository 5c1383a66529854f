import { z } from 'zod'
import type { FieldMeta } from '../../document'
import { field } from '../../schema/field'
import type { GateRules } from '../../schema/gate-rules'
import { perTokens } from '../../schema/price'

const decimal = '^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?$'

/** A decimal as text: numbers of YAML would do, but floats round. */
function decimalText(meta: Omit<FieldMeta, 'gates' | 'widget' | 'mono'>, gates: GateRules) {
  return field(
    z.string().regex(new RegExp(decimal)),
    { ...meta, widget: 'price', mono: true },
    {
      go: 'text',
      patterns: [
        {
          rule: 'price',
          by: ['G1', 'G5'],
          pattern: decimal,
          empty: true,
          message:
            'Write the price as a decimal in quotes, such as "0.5". Dify cannot open the package with any other text.',
        },
        {
          rule: 'price-exponent',
          by: ['G3'],
          pattern: '^(?!.*[eE][+-]?0*[1-9]\\d{7})',
          message:
            'Write the price without such an exponent: Dify writes out all its digits when it stores the plugin, and the upload does not end.',
        },
      ],
      ...gates,
    },
  )
}

const price = { unit: 'unit', currency: 'currency' }

/** `model_declaration.go: ModelPriceConfig`, `sdk: PriceConfig`: cost = tokens × price × unit (model.md section 6). */
export const pricing = field(
  z.looseObject({
    input: decimalText(
      { title: 'Input', description: 'Price of what is sent.', example: '0.5', price },
      { required: ['G5'] },
    ),
    output: decimalText(
      { title: 'Output', description: 'Price of what is answered.', example: '1.5', price },
      {},
    ).optional(),
    unit: decimalText(
      {
        title: 'Unit',
        description: 'What the prices are multiplied with: 0.000001 for a million tokens, 0.001 for a thousand.',
        example: '0.000001',
        choices: Object.fromEntries(
          ['0.000001', '0.001', '1'].map((unit) => [unit, { title: perTokens(unit) ?? unit }]),
        ),
      },
      { required: ['G5'], add: '0.000001' },
    ),
    currency: field(
      z.string().min(1),
      { title: 'Currency', description: 'Code of the currency.', example: 'USD', mono: true, currency: true },
      { go: 'text', sdk: 'text', required: ['G5'], add: 'USD' },
    ),
  }),
  { title: 'Price', description: 'What the model costs; Dify reckons with it.', widget: 'group' },
  { go: 'map', sdk: 'map', noNull: [] },
).optional()
