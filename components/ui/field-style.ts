import { cva } from 'class-variance-authority'

/** The edge of inputs, text areas and selects; the state comes from the control inside or from `aria-invalid`. */
export const fieldStyle = cva(
  [
    'quick flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-control border border-control bg-surface px-2 text-ink hover:border-ink-3',
    'focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--accent)] hover:focus-within:border-accent',
    'has-[:disabled]:border-line-strong has-[:disabled]:bg-chrome has-[:disabled]:text-ink-3',
    'has-[[aria-invalid=true]]:border-error hover:has-[[aria-invalid=true]]:border-error has-[[aria-invalid=true]]:focus-within:shadow-[0_0_0_1px_var(--error)]',
    'has-[:is(input,textarea):read-only:not(:disabled)]:border-transparent has-[:is(input,textarea):read-only:not(:disabled)]:bg-transparent has-[:is(input,textarea):read-only:not(:disabled)]:px-0',
    'max-sm:min-h-10 max-sm:text-[16px]',
  ].join(' '),
  { variants: { mono: { true: 'code-text', false: '' } }, defaultVariants: { mono: false } },
)

/** The control inside such an edge. */
export const fieldControl = 'w-full min-w-0 flex-1 bg-transparent py-[3px] outline-none focus-visible:shadow-none'
