import type { Kind } from '../kind'

type Standing = Pick<Kind, 'id' | 'title' | 'alone'>

/**
 * Why a kind may not stand beside those that are there, as one sentence; undefined where it may. Dify takes tools and endpoints in
 * one plugin and each other kind only by itself (manifest.md section 5).
 */
export function besideRefusal(kind: Standing, present: readonly Standing[]): string | undefined {
  const others = present.filter(({ id }) => id !== kind.id)
  const alone = [...others, kind].find((each) => each.alone)
  return alone && others.length > 0 ? `${alone.title} stand alone: Dify refuses anything beside them.` : undefined
}
