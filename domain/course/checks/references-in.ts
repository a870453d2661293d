import type { Library } from '../../library/library'
import { lookUp } from '../../library/library'
import { readCitation } from '../../library/resolve-citation'

/** Hyphens, and the dashes that editors replace them with. */
const DASH = /[\u2010-\u2014]/g
/** Direction marks, which change only the display of a text, and the Arabic stretch (tatweel). */
const INVISIBLE = /[\u0640\u200e\u200f\u2066-\u2069]/g
/** A number, or several joined as in 448-1, 27.14, 1-16-127 and 25965/04. */
const NUMBER = /\d+(?:[-./]\d+)*/g
const AT_NUMBER = /\d+(?:[-./]\d+)*/y
const YEAR = /^(?:19|20)\d\d$/
const YEARS = /^(?:19|20)\d\d[-/](?:19|20)\d\d$/

/** The word for an article, in its forms. After it, each number of a list is an article. */
const ARTICLE = /(?<!\p{L})(?:articles?|art\.|[وفبكل]{0,2}(?:ال)?(?:ماد|مواد|فصل|فصول)\p{L}*)(?!\p{L})/giu
/** The text between two numbers of a list: “50 to 52”, « 448-1 et 448-2 », «497 و498». */
const BETWEEN = /\s*(?:(?:[,،;؛]|et|à|ou|and|to|or|و|أو|إلى|bis|مكرر|n°|no\.|رقم)\s*)*/iuy
/** The text before the number of a law, a dahir, a decree, a file or a decision. */
const NUMBERED = /(?:n°|(?<!\p{L})(?:nos?\.?|رقم|عدد|loi|law|dahir|قانون|ظهير))\s*$/iu

const ORDINALS: Readonly<Record<string, string>> = {
  premier: '1',
  الأولى: '1',
  الأول: '1',
  الثانية: '2',
  الثاني: '2',
  الثالثة: '3',
  الثالث: '3',
  الرابعة: '4',
  الرابع: '4',
  الخامسة: '5',
  الخامس: '5',
  السادسة: '6',
  السادس: '6',
  السابعة: '7',
  السابع: '7',
  الثامنة: '8',
  الثامن: '8',
  التاسعة: '9',
  التاسع: '9',
  العاشرة: '10',
  العاشر: '10',
}
const WORD = /\s*(\p{L}+)/uy

/**
 * The references that a text states in words: articles, laws, dahirs, decisions and years, each written like 448-1 or
 * 27-14. Numbers of paragraphs and items are left out, since a language may write them as words.
 */
export function referencesIn(text: string): Set<string> {
  const told = plain(text)
  return new Set([...numberedIn(told), ...articlesIn(told)])
}

/** Every number in a text, and the numbers of what it cites. References of the other languages are looked up here. */
export function numbersIn(text: string, citations: readonly string[], library: Library): Set<string> {
  const told = plain(text)
  const numbers = [...told.matchAll(NUMBER)].flatMap(([number]) => [spelled(number), ...number.split(/[-/]/)])
  return new Set([...numbers, ...articlesIn(told), ...citations.flatMap((id) => pointedTo(id, library))])
}

function plain(text: string): string {
  return text.replace(DASH, '-').replace(INVISIBLE, '')
}

function spelled(number: string): string {
  return number.replaceAll('.', '-')
}

function numberedIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
    if (YEAR.test(number)) return [number]
    if (YEARS.test(number)) return number.split(/[-/]/)
    const isNumbered = NUMBERED.test(text.slice(0, index))
    return isNumbered || (/[-/]/.test(number) && !isSpan(number)) ? [spelled(number)] : []
  })
}

/** True for a range of pages, ages or paragraphs: 16-18. In an article number, as 448-1, the second part is smaller. */
function isSpan(number: string): boolean {
  const [from = '', to = '', ...more] = number.split('-')
  return more.length === 0 && Number(from) < Number(to)
}

/** The numbers of the articles that a text names. */
export function namedArticles(text: string): string[] {
  return articlesIn(plain(text))
}

function articlesIn(text: string): string[] {
  return [...text.matchAll(ARTICLE)].flatMap(({ 0: unit, index }) => listFrom(text, index + unit.length))
}

/** The numbers of a list from a position on, or the single number written as a word. */
function listFrom(text: string, start: number): string[] {
  const numbers: string[] = []
  for (let at = start; ; ) {
    const number = matchAt(AT_NUMBER, text, at + (matchAt(BETWEEN, text, at)?.[0].length ?? 0))
    if (!number) break
    numbers.push(spelled(number[0]))
    at = number.index + number[0].length
  }
  const ordinal = ORDINALS[matchAt(WORD, text, start)?.[1] ?? '']
  return numbers.length === 0 && ordinal !== undefined ? [ordinal] : numbers
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The number of the provision that a citation links to; for a law cited as a whole, the number of the law. */
function pointedTo(id: string, library: Library): string[] {
  const cited = readCitation(id)
  const provision = cited && lookUp(library.provisions, cited.provision)
  if (!provision) return []
  const instrument = lookUp(library.instruments, provision.instrument)
  const names = instrument ? Object.values(instrument.shortName) : []
  return [spelled(provision.number ?? ''), ...names.flatMap((name) => numberedIn(plain(name)))]
}
