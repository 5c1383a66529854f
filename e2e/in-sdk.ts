import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bytesOf, type Files } from '@/lib/plugin/files'
import type { Call } from '@/scripts/conformance/calls'

/** A request of Dify, and what Dify answers when the plugin asks it for something meanwhile. */
export type Asked = Pick<Call, 'data' | 'replies'>

/**
 * What these files answer as a running plugin, to each request in turn: the data of all messages. Throws where the SDK does not load or start
 * them, or an answer is an error.
 */
export async function answersInSdk(files: Files, requests: readonly Asked[]): Promise<unknown[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-journey-'))
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytesOf(content))
    }
    const calls = requests.map((request, index) => ({ name: String(index), replies: [], ...request }))
    const { load, start, answers } = JSON.parse(await run(JSON.stringify({ folder, calls })))
    if (!load.ok || start !== null) throw new Error([...load.problems, start ?? ''].join('\n'))
    return requests.map((_, index) => dataOf(answers[String(index)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function dataOf(messages: { type: string; data: unknown }[]): unknown[] {
  const error = messages.find(({ type }) => type === 'error')
  if (error || messages.at(-1)?.type !== 'end') throw new Error(JSON.stringify(error ?? messages))
  return messages.flatMap(({ type, data }) => (type === 'stream' ? [data] : []))
}

/** `scripts/conformance/run.py`; this process goes on meanwhile, so it can be the service that the plugin asks. */
function run(plan: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.PLUGWRIGHT_PYTHON ?? 'python3.12', ['scripts/conformance/run.py', '1'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`run.py ended with ${status}`))))
    child.stdin.end(plan)
  })
}
