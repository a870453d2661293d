import { expect, it } from 'vitest'
import { ACTS, isView, VIEWS } from './act'

it('counts as views all the acts by which staff open the data of people', () => {
  expect(ACTS.filter((act) => act.endsWith('-viewed')).toSorted()).toEqual([...VIEWS].toSorted())
  expect(isView('exported')).toBe(false)
})
