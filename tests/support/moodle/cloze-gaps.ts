/** A gap as Moodle stores it. `text` and `feedback` are HTML, unless the gap is a number. */
export type StoredGap = {
  type: string
  answers: readonly { fraction: number; text: string; feedback: string; tolerance: number | null }[]
}
/** The texts around the gaps are HTML. */
export type Cloze = { gaps: readonly StoredGap[]; around: readonly string[] }

/** Moodle’s short names of the types of gaps that we write. */
const TYPES: Readonly<Record<string, string>> = {
  NUMERICAL: 'numerical',
  NM: 'numerical',
  MULTICHOICE: 'multichoice',
  MC: 'multichoice',
}
const NUMBER = /^-?(\d+[.,]?\d*|[.,]\d+)([eE][-+]?\d+)?$/
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/**
 * Reads the text of an “embedded answers (cloze)” question as Moodle 4.5 does: a gap ends at the first closing brace
 * without a backslash; an answer ends at `~` or `#` unless a backslash or an ampersand stands before it. Then entities
 * become characters, and of all the backslashes only those before `}` and `#` are taken away.
 */
export function readCloze(html: string): Cloze {
  const gaps: StoredGap[] = []
  const around: string[] = []
  let rest = html
  for (let found = GAP.exec(rest); found; found = GAP.exec(rest)) {
    const [whole, type = '', answers = ''] = found
    around.push(rest.slice(0, found.index))
    gaps.push({ type: TYPES[type] ?? type, answers: splitAt(answers, '~').map((each) => answerOf(each, TYPES[type])) })
    rest = rest.slice(found.index + whole.length)
  }
  return { gaps, around: [...around, rest] }
}

const GAP = /\{\d*:([A-Z_]+):((?:\\.|[^}\\])+)\}/s

/** An ampersand before the mark begins an entity such as `&#39;`. */
function splitAt(text: string, mark: '~' | '#', most = Number.POSITIVE_INFINITY): string[] {
  const parts = ['']
  for (const [at, character] of [...text].entries()) {
    const isMark = character === mark && !/(\\|&|&amp;)$/.test([...text].slice(0, at).join('')) && parts.length < most
    if (isMark) parts.push('')
    else parts.push(`${parts.pop()}${character}`)
  }
  return parts
}

function answerOf(source: string, type = '') {
  const [, mark = '', share, body = ''] = /^(=|%(-?\d+(?:[.,]\d*)?)%)?(.*)$/s.exec(source) ?? []
  const [answer = '', feedback = ''] = splitAt(body, '#', 2)
  const fraction = mark === '=' ? 1 : Number((share ?? '0').replace(',', '.')) / 100
  const [value = '', margin = '0'] = type === 'numerical' ? answer.split(':') : [decoded(answer)]
  const isNumber = type === 'numerical' && NUMBER.test(value) && NUMBER.test(margin)
  return { fraction, text: value, feedback: decoded(feedback), tolerance: isNumber ? Number(margin) : null }
}

function decoded(text: string): string {
  const characters = text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name = '') =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? whole),
  )
  return characters.replaceAll('\\}', '}').replaceAll('\\#', '#')
}
