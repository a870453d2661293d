import 'server-only'
import { type Category, type GIFTQuestion, SyntaxError as GiftError, parse } from 'gift-pegjs'

/** An item of a GIFT file, or the line and the column from which on it cannot be read. */
export type GiftItem =
  | { line: number; item: Exclude<GIFTQuestion, Category> }
  | { line: number; category: string }
  | { line: number; title: string | null; broken: { line: number; column: number } }

/** In characters. */
const LONGEST_QUESTION = 200_000

/**
 * Reads the questions of a GIFT file one after the other. A blank line ends a question, so one that cannot be read does
 * not take the others with it.
 *
 * @throws {Error} with the line, if a question is too long to be one.
 */
export function readGift(chunks: Iterable<string>, take: (item: GiftItem) => void): void {
  let block: Line[] = []
  const finish = () => {
    const [first] = block
    if (first) readBlock(block, first.at, take)
    block = []
  }
  let length = 0
  for (const line of linesOf(chunks)) {
    if (line.text.trim() === '') {
      finish()
      length = 0
      continue
    }
    length += line.text.length
    if (length > LONGEST_QUESTION) throw tooLong(line.at)
    // Moodle ignores comments between the answers, but the parser knows only those before a question.
    const isComment = line.text.trimStart().startsWith('//')
    if (!isComment || block.every(({ isComment }) => isComment)) block.push({ ...line, isComment })
  }
  finish()
}

type Line = { at: number; text: string; isComment: boolean }

function readBlock(block: readonly Line[], line: number, take: (item: GiftItem) => void): void {
  if (block.every(({ isComment }) => isComment)) return
  const text = block.map((each) => each.text).join('\n')
  try {
    for (const item of parse(withoutLineBreaks(text))) {
      take(item.type === 'Category' ? { line, category: item.title } : { line, item })
    }
  } catch (error) {
    if (!(error instanceof GiftError)) throw error
    const { line: at, column } = error.location.start
    const title = /^\s*::(.+?)::/m.exec(text)?.[1] ?? null
    take({ line, title, broken: { line: block[at - 1]?.at ?? line, column } })
  }
}

/** Moodle writes a line break as `\n`, of which the parser leaves a semicolon. It is a space to us. */
const withoutLineBreaks = (text: string) => text.replace(/\\[\\n]/g, (pair) => (pair === '\\n' ? '  ' : pair))

/** The lines with their numbers, without the byte order mark. */
function* linesOf(chunks: Iterable<string>): Generator<Omit<Line, 'isComment'>> {
  let at = 1
  let rest = ''
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_QUESTION) throw tooLong(at + lines.length)
    for (const text of lines) {
      yield { at, text: clean(text) }
      at += 1
    }
  }
  yield { at, text: clean(rest) }
}

const clean = (line: string) => line.replace(/^\uFEFF/, '').replace(/\r$/, '')
const tooLong = (line: number) => new Error(`line ${line}: the question is too long`)
