/** Cells of a grid that only hairlines divide: three, two or one in a row; the outer cells keep the page's edge of 40 px. */
export const cardGrid = 'grid grid-cols-1 overflow-hidden md:grid-cols-2 xl:grid-cols-3'

/** The hairline below a row that is not full runs on to the pane's edge. */
const lastLine =
  "last:after:absolute last:after:-bottom-px last:after:left-full last:after:h-px last:after:w-screen last:after:bg-line last:after:content-['']"

export const cardCell = [
  lastLine,
  'relative flex min-h-[188px] flex-col border-b border-line px-4 py-5',
  'md:px-6 md:pb-5 md:pt-6',
  'md:max-xl:[&:nth-child(odd)]:border-r md:max-xl:[&:nth-child(odd)]:pl-10 md:max-xl:[&:nth-child(even)]:pr-10',
  'xl:[&:not(:nth-child(3n))]:border-r xl:[&:nth-child(3n)]:pr-10 xl:[&:nth-child(3n+1)]:pl-10',
].join(' ')
