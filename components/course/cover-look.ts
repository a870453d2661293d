import { CELL, cellOf, lineThrough, octagon, type Point, square } from './cover-net'

/** A filled piece of the net of a cover, a line along it, or a disc. */
type Mark =
  | { kind: 'piece'; path: string; opacity?: number }
  | { kind: 'way'; path: string }
  | { kind: 'disc'; radius: number }

/** How a cover differs from the others. */
export type CoverLook = {
  /** Its colours: a class of `cover.css`. */
  colours: string
  /** The angle of the net, in degrees. */
  angle: number
  /** One cell of the net. */
  net: string
  /** By how many cells the net is shifted, so that the middle of the cover is in a piece and not in a corner. */
  shift: number
  marks: readonly Mark[]
  /** The marks are mirrored where the text runs from right to left. */
  turns: boolean
}

/** The middle of the square that is `x` cells right of the middle of the cover and `y` below it. */
const corner = ([x, y]: Point): Point => [(x + 0.5) * CELL, (y + 0.5) * CELL]

const squares = (angle: number, ...at: readonly Point[]): Mark => ({
  kind: 'piece',
  path: at.map((each) => square(angle, corner(each))).join(''),
})
const way = (...lines: readonly (readonly Point[])[]): Mark => ({
  kind: 'way',
  path: lines.map((line) => lineThrough(line.map(corner))).join(''),
})

/** Four octagons in a row, each more opaque than the one before. */
const STEPS = [0.22, 0.42, 0.68, 1].map(
  (opacity, step): Mark => ({ kind: 'piece', path: octagon(45, [(step - 1.5) * CELL, 0]), opacity }),
)

/** A group of squares. */
const SIGNS: readonly Point[] = [
  [-1, -1],
  [0, -1],
  [0, 0],
  [1, 0],
  [-2, 0],
  [2, -1],
  [-1, 0],
]
/** A line that crosses the whole cover, and the points on it. */
const ROAD: readonly Point[] = [
  [-9, 0],
  [-2, 0],
  [-2, -1],
  [1, -1],
  [1, 0],
  [9, 0],
]
const STATIONS: readonly Point[] = [
  [-4, 0],
  [-2, 0],
  [-2, -1],
  [1, -1],
  [1, 0],
  [3, 0],
]
/** The joints of a truss, and its two beams. */
const JOINTS: readonly Point[] = [
  [-3, -1],
  [-2, 0],
  [-1, -1],
  [0, 0],
  [1, -1],
  [2, 0],
]

const BEAMS: readonly (readonly Point[])[] = [
  [
    [-3, -1],
    [1, -1],
  ],
  [
    [-2, 0],
    [2, 0],
  ],
]

/** A zigzag of squares. */
const BAND: readonly Point[] = [
  [-3, 0],
  [-2, -1],
  [-1, 0],
  [0, -1],
  [1, 0],
  [2, -1],
]

/** The site's own pattern, which stands for every course that has no cover. */
export const SITE_LOOK = drawn({
  colours: 'site',
  angle: 60,
  shift: 0,
  marks: [squares(60, ...BAND)],
  turns: false,
})

/** The covers, by the id of the course. */
const COVERS: Readonly<Record<string, CoverLook>> = {
  fundamentals: drawn({ colours: 'fundamentals', angle: 45, shift: 0.5, marks: STEPS, turns: true }),
  detection: drawn({ colours: 'detection', angle: 66, shift: 0, marks: [squares(66, ...SIGNS)], turns: false }),
  referral: drawn({
    colours: 'referral',
    angle: 34,
    shift: 0,
    marks: [way(ROAD), squares(34, ...STATIONS)],
    turns: true,
  }),
  commission: drawn({
    colours: 'commission',
    angle: 56,
    shift: 0,
    marks: [way(JOINTS, ...BEAMS), squares(56, ...JOINTS)],
    turns: false,
  }),
  awareness: drawn({
    colours: 'awareness',
    angle: 24,
    shift: 0,
    marks: [
      { kind: 'way', path: octagon(24, [0, 0]) },
      { kind: 'disc', radius: 10 },
    ],
    turns: false,
  }),
}

/** The look of a course; the site's own for a course without a cover. @param course null for the site itself. */
export function coverLook(course: string | null): CoverLook {
  return (course !== null && Object.hasOwn(COVERS, course) && COVERS[course]) || SITE_LOOK
}

/** Draws the net once per look; pages only insert it. */
function drawn(look: Omit<CoverLook, 'net'>): CoverLook {
  return { ...look, net: cellOf(look.angle) }
}
