import { expect, it } from 'vitest'
import { readTurn } from './read-turn'

const cardId = '0198c0de-0000-7000-8000-000000000001'

it('reads a turn', () => {
  expect(readTurn({ cardId, turn: '12' })).toEqual({ cardId, turn: 12 })
})

it.each([null, '', '0', '-1', '1.5', 'x', '10000'])('reads no turn %s', (turn) => {
  expect(readTurn({ cardId, turn })).toBeNull()
})

it.each([null, '', 'card', `${cardId}0`])('reads no question %s', (id) => {
  expect(readTurn({ cardId: id, turn: '1' })).toBeNull()
})
