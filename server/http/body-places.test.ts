import { expect, it } from 'vitest'
import { bodyPlaces } from './body-places'

const KB = 1024

/** Room for four bodies of 100 kB, of which one address has at most two. */
function site() {
  const takePlace = bodyPlaces({ total: 400 * KB, each: 200 * KB })
  return (address: string, length = 100 * KB) => {
    const body = { state: 'arriving', arrived: () => {}, leave: () => {} }
    const place = takePlace(address, length, () => {
      body.state = 'given up'
    })
    if (place) Object.assign(body, place)
    else body.state = 'refused'
    return body
  }
}
const states = (bodies: readonly { state: string }[]) => bodies.map(({ state }) => state)

it('gives up the oldest body of an address that has no room left', () => {
  const send = site()
  const bodies = [send('a'), send('b'), send('a'), send('a')]

  expect(states(bodies)).toEqual(['given up', 'arriving', 'arriving', 'arriving'])
})

it('gives up as many as a longer body needs', () => {
  const send = site()
  const bodies = [send('a'), send('a'), send('a', 200 * KB)]

  expect(states(bodies)).toEqual(['given up', 'given up', 'arriving'])
})

it('gives up a body of the address with the most if the site has no room left', () => {
  const send = site()
  const bodies = [send('b'), send('a'), send('a'), send('c'), send('d')]

  expect(states(bodies)).toEqual(['arriving', 'given up', 'arriving', 'arriving', 'arriving'])
})

it('gives up no body that has arrived, and refuses if there is no other', () => {
  const send = site()
  const bodies = [send('a'), send('a')]
  for (const { arrived } of bodies) arrived()

  expect(send('a').state).toBe('refused')
  expect(states(bodies)).toEqual(['arriving', 'arriving'])
  expect(send('b').state).toBe('arriving')
})

it('has room again once bodies are handled or their clients have gone, however often that is said', () => {
  const send = site()
  const [first, second] = [send('a'), send('a')]
  first.leave()
  first.leave()
  const third = send('a')

  expect(states([second, third])).toEqual(['arriving', 'arriving'])
  expect(states([send('a'), second])).toEqual(['arriving', 'given up'])
})

it('counts a short body as 16 kB, since its connection takes memory too', () => {
  const send = site()
  const bodies = Array.from({ length: 13 }, () => send('a', 1))

  expect(states(bodies)).toEqual(['given up', ...Array.from({ length: 12 }, () => 'arriving')])
})
