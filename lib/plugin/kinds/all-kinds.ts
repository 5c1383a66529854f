import type { Kind } from '../kind'
import { agentStrategyKind } from './agent-strategy/kind'
import { datasourceKind } from './datasource/kind'
import { endpointKind } from './endpoint/kind'
import { modelKind } from './model/kind'
import { toolKind } from './tool/kind'
import { triggerKind } from './trigger/kind'

/** All kinds, in the order of `kindHeads`: what servers, the command line and tests have from the start. */
export const kinds: readonly Kind[] = [
  toolKind,
  endpointKind,
  agentStrategyKind,
  datasourceKind,
  triggerKind,
  modelKind,
]

/** See `loaded-kinds.ts`, which browsers have in place of this file. */
export const hasKinds: (ids: readonly string[]) => boolean = () => true

/** There is nothing to load. */
export const loadKinds: (ids: readonly string[]) => Promise<void> = () => Promise.resolve()
