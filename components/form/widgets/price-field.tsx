'use client'

import { useId } from 'react'
import { isBare } from '@/lib/plugin/edit/whole-map'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { perTokens } from '@/lib/plugin/schema/price'
import { useValue } from '../source-context'
import { wordCodec } from '../use-draft'
import type { WidgetProps } from '../widget-props'
import { LineField } from './text-field'

/** A decimal as text. Beside a price stands what it is for, beside the factor what that means. */
export function PriceField(props: WidgetProps) {
  const { node, path } = props
  const listId = useId()
  const around = path.slice(0, -1)
  const prices = useValue(around)
  const unit = valueAt(prices, [node.price?.unit ?? node.key])
  const currency = valueAt(prices, [node.price?.currency ?? ''])
  const per = perTokens(String(unit ?? ''))
  const choices = Object.entries(node.choices ?? {})
  // With the last price goes what came with it; while another one stands there, none goes that it needs.
  const isLast = isBare(prices, new Set([...(node.comeAlong ?? []), node.key]))
  const reading = (text: string) => {
    if (!node.price) return perTokens(text)
    return text === '' || per === undefined ? undefined : `${typeof currency === 'string' ? `${currency} ` : ''}${per}`
  }
  return (
    <>
      <LineField
        {...props}
        codec={wordCodec}
        optional={!node.required || isLast}
        mono
        inputMode="decimal"
        end={reading}
        list={choices.length > 0 ? listId : undefined}
      />
      {choices.length > 0 && (
        <datalist id={listId}>
          {choices.map(([value, { title }]) => (
            <option key={value} value={value} label={title} />
          ))}
        </datalist>
      )}
    </>
  )
}
