import { startTransition, useEffect, useState } from 'react'
import { inIdleMoment } from '@/components/ui/when-idle'

/** More than any window shows. */
const FIRST = 60

/** The rows that are drawn: the first ones with the page, the others in the next idle moment, so that a large plugin opens as fast as a small one. */
export function useFirstRows<Row>(rows: readonly Row[]): readonly Row[] {
  const [all, setAll] = useState(rows.length <= FIRST)
  useEffect(() => (all ? undefined : inIdleMoment(() => startTransition(() => setAll(true)))), [all])
  return all ? rows : rows.slice(0, FIRST)
}
