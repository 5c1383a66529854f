import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'

const what = mkdtempSync(join(tmpdir(), 'plugwright-lock-'))
const sockets = mkdtempSync(join(tmpdir(), 'plugwright-sockets-'))
const started: ChildProcess[] = []
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')))

/** Starts a process that takes the lock at this time and then stays; gives what it was told. */
function taker(at = 0): { child: ChildProcess; took: Promise<{ holder?: { pid: number } }> } {
  const code = `const { takeLock } = await import('./scripts/lock.mjs')
    while (Date.now() < ${at}) {}
    const lock = await takeLock('test', ${JSON.stringify(what)})
    console.log(JSON.stringify({ holder: lock.holder }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: sockets },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const took = new Promise<{ holder?: { pid: number } }>((done, fail) => {
    child.stdout.once('data', (line: Buffer) => done(JSON.parse(line.toString()) as { holder?: { pid: number } }))
    child.once('error', fail)
  })
  return { child, took }
}

async function crash(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

it('is held by one, and tells others who that is', async () => {
  const first = taker()
  expect(await first.took).toEqual({})
  expect(await taker().took).toMatchObject({ holder: { pid: first.child.pid } })
})

it('is free after a crash, and goes to one of many that start in the same moment', async () => {
  for (let round = 0; round < 3; round += 1) {
    const crashed = taker()
    await crashed.took
    await crash(crashed.child)
    const at = Date.now() + 1_000
    const takers = Array.from({ length: 4 }, () => taker(at))
    const took = await Promise.all(takers.map((each) => each.took))
    const winners = takers.filter((_, index) => took[index]?.holder === undefined)
    expect(winners).toHaveLength(1)
    // who lost left the winner's socket in its place
    expect(await taker().took).toMatchObject({ holder: { pid: winners[0]?.child.pid } })
    expect(readdirSync(sockets)).toHaveLength(1)
    for (const { child } of takers) await crash(child)
  }
})
