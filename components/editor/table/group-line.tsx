import type { ItemRow } from '@/lib/plugin/table/item-table'
import { ROW } from './grid-row'

/** The head of a group of rows. */
export function GroupLine({ line, top }: { line: Line; top: number }) {
  return (
    <div
      role="presentation"
      style={{ height: ROW, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 flex items-center gap-2 border-b border-line bg-chrome pl-6 text-12"
    >
      <span className="font-semibold">{line.group}</span>
      <span className="text-ink-3">{line.count}</span>
    </div>
  )
}

export interface Line {
  /** Of a row; a group has none. */
  index?: number
  group?: string
  count?: number
}

/** Rows with a line in front of each group; no lines where there is one group. */
export function linesOf(rows: readonly ItemRow[]): Line[] {
  const groups = new Map<string, number>()
  for (const { group } of rows) groups.set(group, (groups.get(group) ?? 0) + 1)
  return rows.flatMap((row, index): Line[] =>
    groups.size > 1 && row.group !== rows[index - 1]?.group
      ? [{ group: row.group || 'Others', count: groups.get(row.group) }, { index }]
      : [{ index }],
  )
}
