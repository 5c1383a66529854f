/** What a command may touch of the world, apart from files. Text goes out with a line end added and control characters escaped. */
export interface Io {
  /** Results, for standard output. */
  out(text: string): void
  /** Everything else, for standard error. */
  err(text: string): void
  /** All of standard input as text. */
  stdin(): Promise<string>
}

/** One command of the command line. `run` gets the arguments after its name and answers with the exit status. */
export interface Command {
  name: string
  /** Below "Usage:", one form a line, then a blank line and the options. */
  usage: string
  /** One line for the list of all commands, without a full stop. */
  summary: string
  run(args: string[], io: Io): Promise<number>
}

/** Wrong usage or input that cannot be read: main.ts says the sentence on standard error and ends with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Exit statuses of every command: fine; the plugin has errors; wrong usage or unreadable input. */
export const status = { fine: 0, faulty: 1, unusable: 2 } as const
