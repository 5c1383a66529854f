import { judgeCredential, judgeCredentialsSchema, judgeSettings } from './credentials'
import { judgeEndpointPath, judgeEndpoints } from './endpoints'
import { judgeAuthor, judgeCreatedAt, judgeMinimumDifyVersion, judgeName, judgeRepo, judgeVersion } from './identity'
import { judgeOutputSchema, judgeParameterNames, judgeToolItems, judgeToolParameter } from './parameters'
import type { Place } from './place'

/** Checks of more than one field, by the name that a field's rules give them (`meta.gates.checks`). */
export const namedChecks: ReadonlyMap<string, (place: Place) => void> = new Map([
  ['author', judgeAuthor],
  ['created-at', judgeCreatedAt],
  ['credential', judgeCredential],
  ['credentials-schema', judgeCredentialsSchema],
  ['endpoint-items', judgeEndpoints],
  ['endpoint-path', judgeEndpointPath],
  ['endpoint-settings', judgeSettings],
  ['minimum-dify-version', judgeMinimumDifyVersion],
  ['output-schema', judgeOutputSchema],
  ['parameter-names', judgeParameterNames],
  ['plugin-name', judgeName],
  ['plugin-version', judgeVersion],
  ['repo', judgeRepo],
  ['tool-items', judgeToolItems],
  ['tool-parameter', judgeToolParameter],
])
