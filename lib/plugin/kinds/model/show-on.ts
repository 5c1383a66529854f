import { valueAt } from '../../schema/file-reference'

/** `ModelProviderFormShowOnObject`: another field and what it must hold. */
export interface Condition {
  variable: string
  value: string
}

/** Stands for the type of the model in forms of models that people add (model.md section 3). */
export const modelTypeVariable = '__model_type'

/** The conditions of a field or an option; all must hold. */
export function conditionsOf(value: unknown): Condition[] {
  const list = valueAt(value, ['show_on'])
  if (!Array.isArray(list)) return []
  return list.map((each) => ({
    variable: String(valueAt(each, ['variable']) ?? ''),
    value: String(valueAt(each, ['value']) ?? ''),
  }))
}
