import type { Answers, KindFiles } from '../../document'

/** A fresh plugin's tool files. */
export function createTool(_answers: Answers): KindFiles {
  return { files: new Map(), section: [] }
}
