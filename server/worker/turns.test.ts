import { beforeEach, expect, it } from 'vitest'
import { inTurn, readingTurns } from '../cohort/import/reading-turns'

beforeEach(() => {
  readingTurns.reset()
})

/** A reading that ends when the test says so. */
function held(waitMs?: number) {
  let [end, fail] = [() => {}, (_: Error) => {}]
  const reading = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { done: inTurn(() => reading, waitMs), end, fail }
}

it('lets two read at once, and the others as those end, in the order in which they came', async () => {
  const order: number[] = []
  const [first, second] = [held(), held()]
  const others = [1, 2, 3].map((n) => inTurn(async () => order.push(n)))
  expect(order).toEqual([])

  first.end()
  await Promise.all(others)
  expect(order).toEqual([1, 2, 3])
  second.end()
  await Promise.all([first.done, second.done])
  expect(readingTurns()).toEqual({ running: 0, waiting: [] })
})

it('frees the turn of a reading that failed', async () => {
  const [first, second] = [held(), held()]
  first.fail(new Error('broken'))
  await expect(first.done).rejects.toThrow('broken')

  await expect(inTurn(async () => 'read')).resolves.toBe('read')
  second.end()
  await second.done
  expect(readingTurns()).toEqual({ running: 0, waiting: [] })
})

it('refuses a reading that has waited too long, and keeps the turn of the next one', async () => {
  const [first, second] = [held(), held()]
  await expect(inTurn(async () => 'read', 1)).rejects.toMatchObject({ code: 'imports-busy' })
  const next = inTurn(async () => 'read')

  first.end()
  await expect(next).resolves.toBe('read')
  second.end()
  await Promise.all([first.done, second.done])
})

it('lets no more than eight wait', async () => {
  const reading = [held(), held()]
  const waiting = Array.from({ length: 8 }, () => inTurn(async () => 'read'))

  await expect(inTurn(async () => 'read')).rejects.toMatchObject({ code: 'imports-busy' })
  for (const { end } of reading) end()
  await expect(Promise.all(waiting)).resolves.toHaveLength(8)
})
