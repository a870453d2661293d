import 'server-only'

/** In bytes: for the bodies of all addresses together, and for those of one address. */
export type BodySpace = { total: number; each: number }

/** A short body costs about this much too, with its connection. */
const LEAST_BYTES = 16 * 1024

type Body = { address: string; bytes: number; giveUp: (() => void) | null }

/** The place of one body. `arrived`: it is in memory, and is no longer given up. `leave`: it needs no memory any more. */
export type BodyPlace = { arrived: () => void; leave: () => void }

/**
 * The memory for bodies that are being received, or wait to be handled. If there is no room for another one, the body
 * that has been arriving for longest is given up: among those of the same address if that address has no room left,
 * otherwise among those of the address with the most. So a few slow senders cannot keep out anybody else.
 *
 * @returns a function that takes a place, or null if everything has arrived and waits.
 */
export function bodyPlaces({ total, each }: BodySpace) {
  const bodies = new Set<Body>()
  const taken = new Map<string, number>()
  let all = 0

  const add = ({ address, bytes }: Body, sign: 1 | -1) => {
    const now = (taken.get(address) ?? 0) + sign * bytes
    all += sign * bytes
    if (now === 0) taken.delete(address)
    else taken.set(address, now)
  }
  const leave = (body: Body) => {
    if (bodies.delete(body)) add(body, -1)
  }
  const oldestOf = (address: string) => {
    for (const body of bodies) if (body.address === address && body.giveUp) return body
    return null
  }
  const giveUpOneOf = (address: string): boolean => {
    const body = oldestOf(address)
    if (!body) return false
    leave(body)
    body.giveUp?.()
    return true
  }
  const makeRoom = (address: string, bytes: number): boolean => {
    while ((taken.get(address) ?? 0) + bytes > each) if (!giveUpOneOf(address)) return false
    while (all + bytes > total) if (!mostFirst(taken).some(giveUpOneOf)) return false
    return true
  }

  return (address: string, length: number, giveUp: () => void): BodyPlace | null => {
    const body: Body = { address, bytes: Math.max(length, LEAST_BYTES), giveUp }
    if (!makeRoom(address, body.bytes)) return null
    bodies.add(body)
    add(body, 1)
    return {
      arrived: () => {
        body.giveUp = null
      },
      leave: () => leave(body),
    }
  }
}

/** The addresses, the one with the most bytes first. */
function mostFirst(taken: ReadonlyMap<string, number>): string[] {
  return [...taken].toSorted(([, a], [, b]) => b - a).map(([address]) => address)
}
