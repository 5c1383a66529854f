'use client'

import { Copy, ListChecks, PanelRightOpen, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Below the table: what is chosen and what can be done with it; in its place what was refused. */
export function RowTools({
  rows,
  cells,
  problem,
  readOnly,
  onOpen,
  onSetAll,
  onDuplicate,
  onRemove,
}: {
  rows: number
  cells: number
  problem: string | undefined
  readOnly: boolean
  onOpen: () => void
  onSetAll: () => void
  onDuplicate: () => void
  onRemove: () => void
}) {
  const what = rows === 1 ? 'row' : `${rows} rows`
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-6 py-1 text-12 text-ink-3 max-md:px-4">
      <span className="text-ink">{cells === 1 ? '1 cell' : `${cells} cells`} selected</span>
      {rows === 1 && (
        <Button size="compact" look="ghost" icon={PanelRightOpen} onClick={onOpen}>
          Open form
        </Button>
      )}
      {!readOnly && (
        <>
          {cells > 1 && (
            <Button size="compact" look="ghost" icon={ListChecks} onClick={onSetAll}>
              Set all
            </Button>
          )}
          <Button size="compact" look="ghost" icon={Copy} onClick={onDuplicate}>
            Duplicate {what}
          </Button>
          <Button size="compact" look="ghost" icon={Trash2} onClick={onRemove}>
            Delete {what}
          </Button>
        </>
      )}
      {problem ? (
        <span role="alert" className="text-error">
          {problem}
        </span>
      ) : (
        !readOnly && (
          <span className="ml-auto max-2xl:hidden">
            {cells > 1
              ? 'Type and Enter set all, Ctrl+D fills down'
              : 'Enter types, Shift and Ctrl choose more, Ctrl+V pastes cells'}
          </span>
        )
      )}
    </div>
  )
}
