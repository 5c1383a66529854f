import init, { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-web'
import { ruffOptions } from '@/lib/plugin/python/ruff-options'

export interface RuffAsked {
  turn: number
  what: 'check' | 'format'
  text: string
}

export type RuffAnswered =
  | { turn: number; ok: true; diagnostics: Diagnostic[] }
  | { turn: number; ok: true; text: string }
  | { turn: number; ok: false; reason: string }

const ready = init({
  module_or_path: new URL('@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm', import.meta.url),
}).then(() => new Workspace(ruffOptions, PositionEncoding.Utf16))

self.onmessage = async ({ data: { turn, what, text } }: MessageEvent<RuffAsked>) => {
  const answer = (answered: RuffAnswered) => self.postMessage(answered)
  try {
    const workspace = await ready
    if (what === 'format') answer({ turn, ok: true, text: workspace.format(text) })
    else answer({ turn, ok: true, diagnostics: workspace.check(text) })
  } catch (error) {
    answer({ turn, ok: false, reason: error instanceof Error ? error.message : String(error) })
  }
}
