import type { Answers, KindFiles } from '../../document'

/** A fresh plugin's endpoint files. */
export function createEndpoint(_answers: Answers): KindFiles {
  return { files: new Map(), section: [] }
}
