import type { Command } from './command'
import { check } from './commands/check'
import { checksum } from './commands/checksum'
import { newPlugin } from './commands/new'
import { pack } from './commands/pack'
import { set } from './commands/set'
import { unpack } from './commands/unpack'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [newPlugin, check, pack, unpack, checksum, set]
