import { beforeEach, expect, it } from 'vitest'
import { type ReadingState, readAloud } from './read-aloud'

/** A voice that ends its blocks when the test says so. */
function voice() {
  const said: number[] = []
  const ends: { ended: () => void; failed: () => void }[] = []
  const engine = {
    cancelled: 0,
    cancel: () => {
      engine.cancelled += 1
    },
    speak: (at: number, ended: () => void, failed: () => void) => {
      said.push(at)
      ends.push({ ended, failed })
    },
  }
  return { said, ends, engine, end: (turn = ends.length - 1) => ends[turn]?.ended() }
}

let told: ReadingState[]
const tell = (state: ReadingState) => told.push(state)
beforeEach(() => {
  told = []
})

it('reads one block after the other and stops after the last', () => {
  const { said, end, engine } = voice()
  readAloud(2, engine, tell).toggle()
  end()
  end()

  expect(said).toEqual([0, 1])
  expect(told).toEqual([{ status: 'playing', at: 0 }, { status: 'playing', at: 1 }, { status: 'idle' }])
})

it('is silent in a pause, and goes on with the block that was being read', () => {
  const { said, end, engine } = voice()
  const reading = readAloud(3, engine, tell)
  reading.toggle()
  end()
  reading.toggle()

  expect(told.at(-1)).toEqual({ status: 'paused', at: 1 })
  expect(engine.cancelled).toBe(1)
  reading.toggle()
  expect(said).toEqual([0, 1, 1])
})

it('takes no notice of a block that ends because it was cancelled', () => {
  const { said, end, engine } = voice()
  const reading = readAloud(3, engine, tell)
  reading.toggle()
  reading.toggle()
  end(0)

  expect(told.at(-1)).toEqual({ status: 'paused', at: 0 })
  reading.toggle()
  end(0)
  expect(said).toEqual([0, 0])
})

it('begins again after it was stopped', () => {
  const { said, end, engine } = voice()
  const reading = readAloud(3, engine, tell)
  reading.toggle()
  end()
  reading.stop()
  reading.toggle()

  expect(said).toEqual([0, 1, 0])
})

it('stops when a block cannot be read, instead of running through them all', () => {
  const { said, ends, engine } = voice()
  readAloud(3, engine, tell).toggle()
  ends[0]?.failed()

  expect(said).toEqual([0])
  expect(told.at(-1)).toEqual({ status: 'idle' })
})
