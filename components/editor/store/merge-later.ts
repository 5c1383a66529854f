import type { applyInverse } from '@/lib/plugin/apply-inverse'

let merge: typeof applyInverse | undefined

/** The merge behind an undo of something that others built on, once it is loaded: few need it, and none at first. */
export function loadedMerge(): typeof applyInverse | undefined {
  return merge
}

export async function loadMerge(): Promise<typeof applyInverse> {
  merge ??= (await import('@/lib/plugin/apply-inverse')).applyInverse
  return merge
}
