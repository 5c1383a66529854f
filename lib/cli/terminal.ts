import type { Io } from './command'
import { escapeText } from './escape-text'

/** The process's own streams as an Io. Nobody listening any more (`| head`) ends the process quietly. */
export function terminal(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => process.exit())
  }
  return {
    out: (text) => void process.stdout.write(`${escapeText(text)}\n`),
    err: (text) => void process.stderr.write(`${escapeText(text)}\n`),
    stdin: async () => {
      const pieces: Buffer[] = []
      for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
      return new TextDecoder().decode(Buffer.concat(pieces))
    },
  }
}
