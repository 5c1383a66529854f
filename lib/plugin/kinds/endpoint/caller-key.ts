/**
 * Name of the setting that callers must send as `Authorization: Bearer …`. Only a required `secret-input` of this name is
 * checked by the generated Python: another secret may be meant for a service behind the endpoint and must not open it.
 */
export const callerKey = 'caller_key'
