/** A floating layer: menu, popover, list of a select. */
export const layerStyle =
  'animate-layer z-(--z-popover) min-w-44 rounded-layer bg-raised p-1 shadow-lift outline-none focus-visible:shadow-lift'

/** A row in a layer. */
export const rowStyle =
  'flex h-7 select-none items-center gap-2 rounded-[4px] px-2 outline-none aria-disabled:text-ink-3 data-[highlighted]:bg-hover focus-visible:shadow-none max-sm:h-11'
