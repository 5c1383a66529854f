import { createTailwindMerge } from 'tailwind-merge'

const sizes = ['11', '12', '13', '15', '20', '26', 'code', 'code-12']
const borderStyles = ['solid', 'dashed', 'dotted', 'double', 'hidden', 'none']
const any = () => true
/** `[11.5px]`, `[var(--x)]`: a length unless it says that it is a colour. */
const isLength = (value: string) => /^\[[\d.]/.test(value) || sizes.includes(value)
const isWidth = (value: string) => value === '' || /^(\d+|\[[\d.].*\])$/.test(value)
const aligned = ['left', 'center', 'right', 'justify', 'start', 'end']
const sides = ['x', 'y', 't', 'r', 'b', 'l']

const all = [any, '']
const side = (property: string) =>
  sides.map((name): [string, object[]] => [`${property}${name}`, [{ [`${property}${name}`]: all }]])

/**
 * Keeps the later of two utilities for the same thing, for those that a caller of a part may choose otherwise. The library's own list
 * of everything that Tailwind has weighs 9 KiB more in each page.
 */
export const mergeClasses = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    display: ['block', 'inline-block', 'inline', 'flex', 'inline-flex', 'grid', 'inline-grid', 'contents', 'hidden'],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    size: [{ size: all }],
    w: [{ w: all }],
    h: [{ h: all }],
    'min-w': [{ 'min-w': all }],
    'min-h': [{ 'min-h': all }],
    'max-w': [{ 'max-w': all }],
    'max-h': [{ 'max-h': all }],
    p: [{ p: all }],
    ...Object.fromEntries(side('p')),
    m: [{ m: all }],
    ...Object.fromEntries(side('m')),
    gap: [{ gap: all }],
    'gap-x': [{ 'gap-x': all }],
    'gap-y': [{ 'gap-y': all }],
    items: [{ items: all }],
    justify: [{ justify: all }],
    rounded: [{ rounded: all }],
    opacity: [{ opacity: all }],
    shadow: [{ shadow: all }],
    whitespace: [{ whitespace: all }],
    weight: [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    bg: [{ bg: all }],
    'text-align': [{ text: aligned }],
    'text-size': [{ text: [isLength] }],
    'text-color': [{ text: [any] }],
    'border-style': [{ border: borderStyles }],
    'border-width': [{ border: [isWidth, ''] }],
    ...Object.fromEntries(sides.map((name) => [`border-width-${name}`, [{ [`border-${name}`]: [isWidth, ''] }]])),
    'border-color': [{ border: [any] }],
  },
  conflictingClassGroups: {
    size: ['w', 'h'],
    p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
    px: ['pl', 'pr'],
    py: ['pt', 'pb'],
    m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
    mx: ['ml', 'mr'],
    my: ['mt', 'mb'],
    'border-width': sides.map((name) => `border-width-${name}`),
    'border-width-x': ['border-width-l', 'border-width-r'],
    'border-width-y': ['border-width-t', 'border-width-b'],
  },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [
    '*',
    '**',
    'after',
    'before',
    'file',
    'first-letter',
    'first-line',
    'marker',
    'placeholder',
  ],
}))
