import { z } from 'zod'
import { field } from '../../schema/field'
import type { By } from '../../schema/gate-rules'

const decimal = '^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?$'

/** A decimal as text: numbers of YAML would do, but floats round. */
function price(title: string, description: string, example: string, required: readonly By[]) {
  return field(
    z.string().regex(new RegExp(decimal)),
    { title, description, example, mono: true },
    {
      go: 'text',
      required,
      patterns: [
        {
          rule: 'price',
          by: ['G1', 'G5'],
          pattern: decimal,
          empty: true,
          message:
            'Write the price as a decimal in quotes, such as "0.5". Dify cannot open the package with any other text.',
        },
      ],
    },
  )
}

/** `model_declaration.go: ModelPriceConfig`, `sdk: PriceConfig`: cost = tokens × price × unit (model.md section 6). */
export const pricing = field(
  z.looseObject({
    input: price('Input', 'Price of what is sent.', '0.5', ['G5']),
    output: price('Output', 'Price of what is answered.', '1.5', []).optional(),
    unit: price(
      'Unit',
      'What the prices are for: "0.000001" for a million tokens, "0.001" for a thousand.',
      '0.000001',
      ['G5'],
    ),
    currency: field(
      z.string().min(1),
      { title: 'Currency', description: 'Code of the currency.', example: 'USD', mono: true },
      { go: 'text', sdk: 'text', required: ['G5'] },
    ),
  }),
  { title: 'Price', description: 'What the model costs; Dify reckons with it.', widget: 'group' },
  { go: 'map', sdk: 'map', noNull: [] },
).optional()
