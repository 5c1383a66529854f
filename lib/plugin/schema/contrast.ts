/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number]

/** What stands on a coloured ground in both themes, and the contrast that it needs. */
export interface Ground {
  readonly text: { readonly light: string; readonly dark: string }
  /** Dotted paths of the names of icons, the first that is set counts. */
  readonly icons: { readonly light: readonly string[]; readonly dark: readonly string[] }
}

/** Text of 14 px needs 4.5:1, a picture 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
export const wanted = { text: 4.5, icon: 3 }

/** A colour written as `#rgb` or `#rrggbb`; undefined for any other text. */
export function readColor(text: string): Color | undefined {
  const [, digits] = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16)
  return [part(0), part(2), part(4)]
}

/** How far two colours are apart, from 1 to 21 (WCAG 2.2: contrast ratio). */
export function contrastOf(one: Color, other: Color): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The contrast that a quarter of a picture's drawn pixels reaches: the lines of a mark are a part of its picture. `pixels` are bytes
 * of red, green, blue and opacity; undefined where nothing is drawn.
 */
export function pictureContrast(pixels: ArrayLike<number>, ground: Color): number | undefined {
  const ratios: number[] = []
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue
    ratios.push(contrastOf([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0], ground))
  }
  return ratios.sort((a, b) => b - a)[Math.floor(ratios.length / 4)]
}

/** "15.3:1, clear" or "1.1:1, too weak: 4.5:1 is needed". Ratios are cut, so that 4.49 is never said to be 4.5. */
export function contrastWords(ratio: number, least: number): string {
  const said = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`
  return ratio >= least ? `${said}, clear` : `${said}, too weak: ${least}:1 is needed`
}
