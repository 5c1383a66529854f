import type { YamlPath } from './parse'

/** The edited text, or one sentence that says why it was left as it is, with the place that stands in the way. */
export type EditResult = { ok: true; text: string } | { ok: false; reason: string; line?: number; column?: number }

const NOT_YET: EditResult = { ok: false, reason: 'Not built.' }

export function setIn(_text: string, _path: YamlPath, _value: unknown): EditResult {
  return NOT_YET
}
export function removeIn(_text: string, _path: YamlPath): EditResult {
  return NOT_YET
}
export function insertIn(_text: string, _path: YamlPath, _index: number, _value: unknown): EditResult {
  return NOT_YET
}
export function insertEntry(_text: string, _path: YamlPath, _key: string, _value: unknown, _index?: number): EditResult {
  return NOT_YET
}
export function moveIn(_text: string, _path: YamlPath, _from: number, _to: number): EditResult {
  return NOT_YET
}
export function renameKey(_text: string, _path: YamlPath, _key: string): EditResult {
  return NOT_YET
}
