/** The drawing in its own units. It is as wide as the narrowest screen. */
const WIDTH = 340
const MARK_AT = 20
const WORDS_AT = 48
const LINE = 18
const GAP = 22
/** About how many letters fit on a line. */
const LETTERS = 34

export type DrawnStep = {
  number: number
  /** The name of the step in lines; the note is drawn below them. */
  lines: readonly string[]
  note: string
  state: 'planned' | 'missing' | 'optional'
  /** The centre of its mark, and the baselines of its lines. */
  mark: { x: number; y: number }
  words: { x: number; y: readonly number[]; noteY: number }
}
export type DrawnPathway = {
  width: number
  height: number
  steps: readonly DrawnStep[]
  line: { x: number; from: number; to: number }
}

type Named = { name: string; note: string; state: DrawnStep['state'] }

/** Lays steps out from top to bottom along a line. With `mirrored` the line is at the right, for Arabic. */
export function drawPathway(steps: readonly Named[], mirrored: boolean): DrawnPathway {
  const at = (x: number) => (mirrored ? WIDTH - x : x)
  let top = LINE
  const drawn = steps.map(({ name, note, state }, index): DrawnStep => {
    const lines = wrap(name, LETTERS)
    const y = lines.map((_, place) => top + place * LINE)
    const noteY = top + lines.length * LINE
    const mark = { x: at(MARK_AT), y: top - 5 }
    top = noteY + GAP
    return { number: index + 1, lines, note, state, mark, words: { x: at(WORDS_AT), y, noteY } }
  })
  return {
    width: WIDTH,
    height: top,
    steps: drawn,
    line: { x: at(MARK_AT), from: drawn[0]?.mark.y ?? 0, to: drawn.at(-1)?.mark.y ?? 0 },
  }
}

/** Breaks a name between words. A word that is longer than a line stays whole. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > letters) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
