import { kindChecks } from '../kinds/kind-checks'
import { judgeCredential } from './credentials'
import { judgeAuthor, judgeCreatedAt, judgeMinimumDifyVersion, judgeName, judgeRepo, judgeVersion } from './identity'
import { judgeOutputSchema } from './output-schema'
import { judgeParameterNames } from './parameters'
import type { Place } from './place'

/** Checks of more than one field, by the name that a field's rules give them (`meta.gates.checks`): those of all kinds too. */
export const namedChecks: ReadonlyMap<string, (place: Place) => void> = new Map([
  ['author', judgeAuthor],
  ['created-at', judgeCreatedAt],
  ['credential', judgeCredential],
  ['minimum-dify-version', judgeMinimumDifyVersion],
  ['output-schema', judgeOutputSchema],
  ['parameter-names', judgeParameterNames],
  ['plugin-name', judgeName],
  ['plugin-version', judgeVersion],
  ['repo', judgeRepo],
  ...kindChecks.flatMap((checks) => [...checks]),
])
