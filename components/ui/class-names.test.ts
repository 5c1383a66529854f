import { expect, it } from 'vitest'
import { classNames } from './class-names'

it.each([
  ['px-2.5 h-7', 'px-0 w-7', 'h-7 px-0 w-7'],
  ['p-2 pl-3', 'px-4', 'p-2 px-4'],
  ['w-4 h-4', 'size-11', 'size-11'],
  ['text-12 text-ink-3', 'text-[11.5px]', 'text-ink-3 text-[11.5px]'],
  ['text-12 text-left text-ink-3', 'text-accent-ink', 'text-12 text-left text-accent-ink'],
  ['border border-transparent', 'border-accent', 'border border-accent'],
  ['border-y border-line', 'border-0', 'border-line border-0'],
  ['border-l-2 border-dashed', 'border-line', 'border-l-2 border-dashed border-line'],
  ['bg-raised hover:bg-hover', 'hover:bg-accent-soft', 'bg-raised hover:bg-accent-soft'],
  ['gap-1 gap-x-2', 'gap-x-3', 'gap-1 gap-x-3'],
  ['hidden', 'max-sm:inline-flex', 'hidden max-sm:inline-flex'],
  ['inline-flex quick', 'hidden', 'quick hidden'],
  ['rounded-control font-medium font-mono', 'font-semibold', 'rounded-control font-mono font-semibold'],
])('of %s and %s keeps %s', (own, given, kept) => {
  expect(classNames(own, given)).toBe(kept)
})
