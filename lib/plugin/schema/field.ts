import type { z } from 'zod'
import type { FieldMeta } from '../document'
import type { GateRules } from './gate-rules'

/**
 * A schema with its texts and widget for the form and its rules for the check. Everything is plain data, so that
 * `z.toJSONSchema` keeps it.
 */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  meta: Omit<FieldMeta, 'gates'>,
  gates?: GateRules,
): Schema {
  return schema.meta({ ...meta, ...(gates ? { gates } : {}) })
}
