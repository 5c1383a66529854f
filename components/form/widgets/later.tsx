'use client'

/** Widgets that no form begins with: one piece of script, loaded when the page can be used. */
export { SegmentsField, SwitchField } from './choice-field'
export { ColorField } from './color-field'
export { FileField } from './file-field'
export { OfferedField } from './offered-field'
export { PermissionsField } from './permissions-field'
export { PriceField } from './price-field'
export { SelectField } from './select-field'
export { StringsField } from './strings-field'
