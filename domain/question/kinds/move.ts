/** The name of the buttons that put a list in order. Each moves one option by one step, or keeps the order shown. */
export const MOVE = 'move'
export const KEEP = 'keep'
export const moveValue = (id: string, to: 'up' | 'down') => `${id}:${to}`

/** The id of the option that a button moves; null if it moves none. */
export function movedOption(value: unknown): string | null {
  const [, id = null] = (typeof value === 'string' && /^([a-z0-9-]{1,40}):(?:up|down)$/.exec(value)) || []
  return id
}
