import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { isSeq, parse, parseDocument } from 'yaml'
import type { Signoff } from '@/domain/signoff/signoff'

/** A sign-off of a ledger; `entry` only in ledgers of the library. */
export type LedgerLine = Signoff[number] & { entry?: string }

/**
 * The text of a ledger with lines removed and others added at its end. A line that it already has is not added again.
 * The rest stays as it was typed, with its comments.
 *
 * @throws if the text is not a list.
 */
export function withLines(text: string, out: readonly LedgerLine[], added: readonly LedgerLine[]): string {
  const left = out.reduce(withoutLine, text)
  const held = linesIn(left)
  const missing = added.filter((line, place) => !held.some(is(line)) && added.findIndex(is(line)) === place)
  return missing.length === 0 ? left : withAdded(left, held, missing)
}

export function linesIn(text: string): LedgerLine[] {
  const value: unknown = parse(text) ?? []
  if (!Array.isArray(value)) throw new Error('a ledger is a list of sign-offs')
  return value
}

const is = (line: LedgerLine) => (other: LedgerLine) => isDeepStrictEqual({ ...line }, { ...other })

function withoutLine(text: string, line: LedgerLine): string {
  const place = linesIn(text).findIndex(is(line))
  if (place === -1) return text
  const document = parseDocument(text)
  document.deleteIn([place])
  return document.toString({ lineWidth: 0 })
}

function withAdded(text: string, held: readonly LedgerLine[], missing: readonly LedgerLine[]): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n'
  const appended = `${text}${end}${missing.map(written).join('')}`
  if (!isFlow(text) && isDeepStrictEqual(linesIn(appended), [...held, ...missing])) return appended
  // A line cannot be appended as text, for example below a list in brackets.
  const document = parseDocument(text)
  if (isSeq(document.contents)) document.contents.flow = false
  for (const line of missing) document.addIn([], document.createNode(line))
  return document.toString({ lineWidth: 0 })
}

function isFlow(text: string): boolean {
  const { contents } = parseDocument(text)
  return isSeq(contents) && contents.flow === true
}

/** Values are quoted, since a hash may look like a number, and a signer's description may hold any character. */
function written({ entry, hash, language, role, date, by }: LedgerLine): string {
  const fields = [
    ...(entry === undefined ? [] : [`entry: ${JSON.stringify(entry)}`]),
    `hash: ${JSON.stringify(hash)}`,
    `language: ${language}`,
    `role: ${role}`,
    `date: ${JSON.stringify(date)}`,
    `by: ${JSON.stringify(by)}`,
  ]
  return `- ${fields.join('\n  ')}\n`
}
