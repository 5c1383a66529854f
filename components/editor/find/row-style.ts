/** A row that leads to a place. */
export const rowStyle =
  'flex min-h-7 w-full min-w-0 items-center gap-3 pl-6 pr-3 text-left hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:min-h-11 max-md:pl-4'
