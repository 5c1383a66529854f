/** New values for edited scalars: texts that a careless YAML writer gets wrong, numbers, booleans, null. */
const TEXTS = [
  'word',
  'a: b',
  'a:b',
  'key:',
  ':x',
  '::',
  'http://x.io/p?a=b#c',
  '#',
  '#x',
  'a #b',
  'a# b',
  "'",
  '"',
  "it's",
  'say "hi", it\'s',
  'C:\\new\\table',
  '\\',
  '-',
  '- a',
  '---',
  '--- a',
  '...',
  '-a',
  '? a',
  '?',
  '!x',
  '!!str x',
  '&a',
  '*a',
  '%TAG',
  '@at',
  '`tick`',
  '|',
  '|-',
  '> a',
  '{a}',
  '{{ x }}',
  '[a]',
  ']',
  ',',
  'a, b',
  '<<',
  '=',
  'yes',
  'No',
  'on',
  'Off',
  'y',
  'N',
  'true',
  'FALSE',
  'null',
  '~',
  '1.10',
  '0',
  '-1',
  '1_000',
  '0x1F',
  '0o17',
  '017',
  '0b11',
  '16:9',
  '1:30:00',
  '190:20:30.15',
  '2024-01-01',
  '2001-12-14t21:59:43.10-05:00',
  '.5',
  '5.',
  '.inf',
  '.nan',
  '1e3',
  '1e-7',
  '0.1.2',
  '08',
  '_1',
  'e5',
  '',
  ' ',
  ' a',
  'a ',
  'a  b',
  '\t',
  '\ta',
  'a\tb',
  ' # a',
  'a\u00a0',
  '\u3000a',
  'a\nb',
  'a\n',
  '\na',
  '\n',
  '\n\n',
  'a\n\n\nb\n',
  '  a\n b',
  'a\n  b\n',
  'a \nb',
  'a\n ',
  '# a\n# b\n',
  '- a\n- b',
  '---\na',
  'a\n...\nb',
  'x:\n  y: z\n',
  'a\n\tb',
  '\tb\na',
  'a\n\n',
  ' \na',
  'it\'s\n"both"\n',
  '{{#sys.query#}}\nNow answer.',
  '天気を調べる',
  'Straße',
  '😀',
  '👩‍👩‍👧‍👦 family',
  'مرحبا',
  '\ufffd',
  'word '.repeat(60) + 'end',
  'x'.repeat(400),
  ('line of text '.repeat(12) + '\n').repeat(4),
  '\x07',
  'a\x00b',
  '\x1b[31mred',
  'a\x7fb',
  '\x85',
  'a\u2028b',
  '\u2029',
  '\ufeffa',
  'a\rb',
  'a\r\nb\r\n',
  '\x0b\x0c',
  '\ufffe',
]
const NUMBERS = [
  0,
  1,
  -1,
  42,
  100000,
  2 ** 31,
  2 ** 53 - 1,
  0.5,
  -0.25,
  3.14159,
  1.5e-7,
  1e-7,
  0.1 + 0.2,
  1e21,
  1.5e300,
]

/** A value that differs from the old one; three times in four a text. */
export function newValueFor(old: unknown, random: () => number): unknown {
  for (;;) {
    const value = draw(random)
    if (value !== old) return value
  }
}

function draw(random: () => number): unknown {
  const kind = random()
  if (kind < 0.5) return pick(TEXTS, random)
  if (kind < 0.75) return pick(TEXTS, random) + pick([' ', '', '\n', ': ', ' #'], random) + pick(TEXTS, random)
  return kind < 0.9 ? pick(NUMBERS, random) : pick([true, false, null], random)
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('random() gave a number outside of 0 to 1')
  return item
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
