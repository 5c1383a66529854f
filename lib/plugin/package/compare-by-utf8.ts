/** Orders paths as Go sorts strings: by their UTF-8 bytes, which is the order of code points and not that of UTF-16 units. */
export function compareByUtf8(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const a = one.charCodeAt(index)
    const b = other.charCodeAt(index)
    if (a !== b) return rank(a) - rank(b)
  }
  return one.length - other.length
}

// Surrogates stand for code points above U+FFFF, so they come after U+E000 to U+FFFF.
function rank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit
}
