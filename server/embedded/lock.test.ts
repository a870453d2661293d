import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from './lock'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('lets one piece of work run at a time', async () => {
  const inside: number[] = []
  const work = async () => {
    inside.push(inside.length)
    await othersTurn()
    expect(inside).toHaveLength(1)
    inside.pop()
  }

  await Promise.all(Array.from({ length: 20 }, () => withLock(path.join(folder, 'lock'), work)))
  expect(readdirSync(folder)).toEqual(['lock.20'])
})

it('is given back by work that fails', async () => {
  const lock = path.join(folder, 'lock')
  await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')

  expect(await withLock(lock, async () => 'done')).toBe('done')
})

it.each([
  ['a process that is gone', '4194304 1'],
  ['a process whose number another one has now', `${process.pid} 1`],
  ['nobody, since the disk was full', ''],
])('is taken over from %s', async (_who, holder) => {
  const lock = path.join(folder, 'lock')
  writeFileSync(`${lock}.7`, holder)

  expect(await withLock(lock, async () => 'done')).toBe('done')
})

it('is taken over by one only, of many who find its holder dead', async () => {
  const lock = path.join(folder, 'lock')
  writeFileSync(`${lock}.7`, '4194304 1')
  let inside = 0
  const work = async () => {
    inside += 1
    await othersTurn()
    const present = inside
    inside -= 1
    return present
  }

  const present = await Promise.all(Array.from({ length: 20 }, () => withLock(lock, work)))
  expect(new Set(present)).toEqual(new Set([1]))
})
