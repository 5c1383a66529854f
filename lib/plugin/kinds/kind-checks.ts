import type { Place } from '../rules/place'
import { agentStrategyChecks } from './agent-strategy/checks'
import { datasourceChecks } from './datasource/checks'
import { endpointChecks } from './endpoint/checks'
import { modelChecks } from './model/checks'
import { toolChecks } from './tool/checks'
import { triggerChecks } from './trigger/checks'

/** Checks of more than one field, by the name that a field's rules give them (`meta.gates.checks`). */
export type KindChecks = ReadonlyMap<string, (place: Place) => void>

/** Those of all kinds. They stand apart from `kinds`, since forms and outline need no check to begin with and the page stays smaller. */
export const kindChecks: readonly KindChecks[] = [
  toolChecks,
  endpointChecks,
  agentStrategyChecks,
  datasourceChecks,
  triggerChecks,
  modelChecks,
]
