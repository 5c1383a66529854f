'use client'

import { offersAt } from '@/lib/plugin/schema/offers'
import { useReading } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** One of the words that stand elsewhere in the document; any text while there are none. */
export function OfferedField(props: WidgetProps) {
  const { node, path } = props
  const words = useReading((source) => (node.offers ? offersAt(source.value(), path, node.offers).join('\n') : ''))
  return words === '' ? (
    <TextField {...props} />
  ) : (
    <SelectField {...props} node={{ ...node, words: words.split('\n') }} />
  )
}
