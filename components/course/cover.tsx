import { type CoverLook, coverLook } from './cover-look'
import { CELL } from './cover-net'

type Props = {
  /** The id of a course; null for the site's own pattern. */
  course: string | null
  /** Where it is on the page. A page shows a course once in each place: the pattern's id depends on it. */
  place: 'top' | 'next' | 'card'
  /** Enlarges the net on a tall cover. */
  scale?: number
}

/** Half the largest width and height that the net fills, in px. */
const HALF = [1400, 700] as const

/**
 * The cover of a course, drawn by code: a net that is cropped on all sides and never stretched. Screen readers skip it:
 * the title beside it names the course.
 */
export function Cover({ course, place, scale = 1 }: Props) {
  const look = coverLook(course)
  const net = `net-${place}-${course ?? 'site'}`
  const [width, height] = HALF
  return (
    <div className={`cover of-${look.colours}`}>
      <svg width="100%" height="100%" aria-hidden="true">
        <defs>
          <pattern
            id={net}
            width={CELL}
            height={CELL}
            x={CELL * (0.5 + look.shift)}
            y={CELL / 2}
            patternUnits="userSpaceOnUse"
          >
            <path className="net" d={look.net} />
          </pattern>
        </defs>
        <svg x="50%" y="50%" overflow="visible" aria-hidden="true">
          <g transform={scale === 1 ? undefined : `scale(${scale})`}>
            <rect x={-width} y={-height} width={2 * width} height={2 * height} fill={`url(#${net})`} />
            <Marks {...look} />
          </g>
        </svg>
      </svg>
    </div>
  )
}

function Marks({ marks, turns }: CoverLook) {
  const drawn = marks.map((mark) =>
    mark.kind === 'disc' ? (
      <circle key="disc" className="mark" r={mark.radius} />
    ) : (
      <path
        key={mark.path}
        className={mark.kind === 'way' ? 'way' : 'mark'}
        opacity={mark.kind === 'piece' ? mark.opacity : undefined}
        d={mark.path}
      />
    ),
  )
  return turns ? <g className="turn">{drawn}</g> : drawn
}
