/** A point of the drawing: x grows to the right and y downwards. */
export type Point = readonly [x: number, y: number]

/** The side of one cell of the net, in px: an octagon, and a quarter of a square in each of its corners. */
export const CELL = 56

/** Octagons and squares that tile the plane have sides of one length. */
const SIDE = CELL / (1 + Math.SQRT2)

type Star = { sides: number; apothem: number; turn: number }

/** @param angle between a side and the rays that leave its middle, in degrees. */
export function octagon(angle: number, at: Point): string {
  return star({ sides: 8, apothem: CELL / 2, turn: 0 }, angle, at)
}

/** @param angle as for the octagons of the same net. */
export function square(angle: number, at: Point): string {
  return star({ sides: 4, apothem: SIDE / 2, turn: Math.PI / 4 }, angle, at)
}

/** One cell of the net, as the path that a pattern repeats: an octagon and the squares at its corners. */
export function cellOf(angle: number): string {
  const corners: Point[] = [
    [0, 0],
    [CELL, 0],
    [0, CELL],
    [CELL, CELL],
  ]
  return octagon(angle, [CELL / 2, CELL / 2]) + corners.map((corner) => square(angle, corner)).join('')
}

/**
 * The star in a regular polygon, as a closed path: from the middle of each side two rays leave at the same angle, and
 * each stops where it meets a ray of the neighbouring side. Rays of neighbouring polygons meet in the middle of their
 * common side, so that one angle makes one unbroken net.
 *
 * @param turn the direction of the middle of the first side, in radians.
 */
function star({ sides, apothem, turn }: Star, angle: number, [x, y]: Point): string {
  const half = Math.PI / sides
  const slope = (angle * Math.PI) / 180
  const ray = (apothem * Math.tan(half)) / (Math.cos(slope) + Math.sin(slope) * Math.tan(half))
  const inner = Math.hypot(apothem - ray * Math.sin(slope), ray * Math.cos(slope))
  const corners = Array.from({ length: sides }, (_, side) => {
    const direction = turn + side * 2 * half
    return [polar(apothem, direction), polar(inner, direction + half)]
  }).flat()
  const [first = [0, 0], ...others] = corners
  return `${start([x + first[0], y + first[1]])}${line([first, ...others])}z`
}

/** A line through these points, as a path. */
export function lineThrough(points: readonly Point[]): string {
  return points[0] ? start(points[0]) + line(points) : ''
}

const polar = (radius: number, direction: number): Point => [radius * Math.cos(direction), radius * Math.sin(direction)]

const start = (point: Point): string => `M${written(point)}`

/**
 * Each point relative to the one before: pieces of one shape then have the same text wherever they are, so the page
 * compresses better.
 */
function line(points: readonly Point[]): string {
  const rounded = points.map(([x, y]): Point => [round(x), round(y)])
  const steps = rounded.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = rounded[index] ?? [0, 0]
    return written([x - fromX, y - fromY])
  })
  return `l${steps.join('l')}`
}

function written([x, y]: Point): string {
  return `${round(x)} ${round(y)}`
}

/** Rounds to a tenth of a pixel, so that the path stays short. */
function round(value: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(value * 10) / 10 + 0
}
