import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['11', '12', '13', '15', '20', '26', 'code', 'code-12'],
      radius: ['tag', 'control', 'layer', 'round'],
      shadow: ['lift', 'lift-high', 'ring'],
    },
  },
})

/** Class names in one string; of two utilities for the same thing the later one stays. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values))
}
