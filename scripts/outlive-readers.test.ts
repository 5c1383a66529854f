import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

/** Prints until it has printed 50 lines, and then ends with 7. Its faults are printed too, as Next prints them. */
const printer = `
  const { outliveReaders } = await import(process.argv[1])
  outliveReaders()
  process.on('uncaughtException', (error) => { console.error(error); process.exitCode = 1 })
  for (let line = 0; line < 50; line += 1) {
    console.log(line)
    console.error(line)
    await new Promise((done) => setTimeout(done, 5))
  }
  process.exit(process.exitCode ?? 7)`

it('a process goes on when nobody reads what it prints any more', async () => {
  const address = pathToFileURL(resolve('scripts/outlive-readers.mjs')).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', printer, address], { stdio: 'pipe' })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([7, null])
})
