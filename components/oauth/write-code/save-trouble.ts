import type { Store } from '@/components/editor/store/store'

/** Why a change is not on the server yet, in a sentence; undefined where it is, or is on its way. */
export function saveTrouble(save: ReturnType<Store['get']>['save']): string | undefined {
  if (save.kind === 'failed' || save.kind === 'limited') return save.reason
  if (save.kind === 'conflict') return 'Somebody changed the same lines meanwhile: open the editor and choose a side.'
  if (save.kind === 'offline' || save.kind === 'unreached')
    return 'It is kept in this browser and saved once the server answers.'
  return undefined
}
