import { normaliseWord } from './normalise-search'

/** A number word, in the form in which `normaliseWord` returns it. */
type NumberWord = { value: number; ordinal?: boolean }

const CARDINALS: Readonly<Record<number, string>> = {
  1: 'un une one واحد واحده وحده',
  2: 'deux two اثنان اثنين اثنتان اثنتين جوج زوج',
  3: 'trois three ثلاث ثلاثه تلاته تلت',
  4: 'quatre four اربع اربعه ربعه',
  5: 'cinq five خمس خمسه',
  6: 'six ست سته',
  7: 'sept seven سبع سبعه',
  8: 'huit eight ثمان ثماني ثمانيه تمنيه تمن',
  9: 'neuf nine تسع تسعه تسعود',
  10: 'dix ten عشر عشره',
  11: 'onze eleven حداش',
  12: 'douze twelve طناش',
  13: 'treize thirteen تلطاش',
  14: 'quatorze fourteen ربعطاش',
  15: 'quinze fifteen خمسطاش',
  16: 'seize sixteen سطاش',
  17: 'seventeen سبعطاش',
  18: 'eighteen تمنطاش',
  19: 'nineteen تسعطاش',
  20: 'vingt vingts twenty عشرون عشرين',
  30: 'trente thirty ثلاثون ثلاثين تلاتين',
  40: 'quarante forty fourty اربعون اربعين ربعين',
  50: 'cinquante fifty خمسون خمسين',
  60: 'soixante sixty ستون ستين',
  70: 'septante seventy سبعون سبعين',
  80: 'octante eighty ثمانون ثمانين تمانين',
  90: 'nonante ninety تسعون تسعين',
  100: 'cent cents hundred مايه ميه ميات',
  200: 'مايتان مايتين ميتين',
  300: 'ثلاثمايه ثلاثميه تلتميه',
  400: 'اربعمايه اربعميه ربعميه',
  500: 'خمسمايه خمسميه',
  600: 'ستمايه ستميه',
  700: 'سبعمايه سبعميه',
  800: 'ثمانمايه ثمانيمايه تمنميه',
  900: 'تسعمايه تسعميه',
}

const ORDINALS: Readonly<Record<number, string>> = {
  1: 'premier premiere first اول اولي',
  2: 'deuxieme second ثاني ثانيه',
  3: 'troisieme third ثالث ثالثه',
  4: 'quatrieme fourth رابع رابعه',
  5: 'cinquieme fifth خامس خامسه',
  6: 'sixieme sixth سادس سادسه',
  7: 'septieme seventh سابع سابعه',
  8: 'huitieme eighth ثامن ثامنه',
  9: 'neuvieme ninth تاسع تاسعه',
  10: 'dixieme tenth عاشر عاشره',
}

const WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...wordsOf(CARDINALS).map(([word, value]): [string, NumberWord] => [word, { value }]),
  ...wordsOf(ORDINALS).map(([word, value]): [string, NumberWord] => [word, { value, ordinal: true }]),
])

/** What may stand between two parts of one number: « quarante-huit tiret quatre », “eighty-two point five”. */
const JOINTS = new Set('tiret trait point dash slash hyphen شرطه نقطه'.split(' '))
/** Words that add the next number word to the one before. */
const ADDS = new Set(['et', 'and'])
/** After these, a number word names an article or a law. */
const NAMED = new Set(
  'article articles art section law loi فصل الفصل ماده الماده قانون القانون ارتيكل لارتيكل رقم no numero'.split(' '),
)
/** Elsewhere only a number of at least this value names an article: « dix-huit ans » is an age. */
const SURE = 100

/**
 * Writes article numbers that a query spells out in figures: « article quatre cent quarante-huit quatre » becomes
 * `article 448-4`. Every other word stays as it is.
 */
export function writeNumbers(text: string): string {
  const pieces = text.match(/\d+(?:[-./]\d+)*|[\p{L}\p{M}\u0640]+|[^\p{L}\p{M}\u0640\d]+|\d/gu) ?? []
  const written: string[] = []
  for (let place = 0; place < pieces.length; ) {
    const run = numberAt(pieces, place)
    if (run && (run.parts[0] >= SURE || isNamed(written))) {
      written.push(run.parts.join('-'))
      place = run.end
    } else {
      written.push(pieces[place] ?? '')
      place += 1
    }
  }
  return written.join('')
}

function isNamed(written: readonly string[]): boolean {
  const before = written.filter((piece) => /[\p{L}\d]/u.test(piece)).at(-1)
  return before !== undefined && NAMED.has(normaliseWord(before))
}

type Run = { parts: [number, ...number[]]; end: number }

/** The longest row of number words at a place; null if there is none. */
function numberAt(pieces: readonly string[], start: number): Run | null {
  let parts: readonly number[] = []
  let [end, added] = [start, false]
  for (let place = start; place < pieces.length; place += 1) {
    const piece = normaliseWord(pieces[place] ?? '')
    const isFirst = place === start
    if (!isFirst && (JOINTS.has(piece) || !/[\p{L}\d]/u.test(piece))) continue
    if (!isFirst && ADDS.has(piece)) {
      added = true
      continue
    }
    const word = wordAt(piece)
    if (!word || (word.ordinal && !isFirst)) break
    const more = add(parts, word.value, /\p{Script=Arabic}/u.test(piece))
    // « articles quatre et cinq » are two articles.
    if (added && more.length > parts.length) break
    parts = more
    ;[end, added] = [place + 1, false]
  }
  const [first, ...others] = parts
  return first === undefined ? null : { parts: [first, ...others], end }
}

/** Arabic joins « و » to the next word, and the article to an ordinal: «المادة الرابعة». */
function wordAt(word: string): NumberWord | undefined {
  return WORDS.get(word) ?? WORDS.get(word.replace(/^و/, '')) ?? WORDS.get(word.replace(/^و?ال/, ''))
}

/** Adds a value to the last number where it fits, or begins the next number with it. */
function add(parts: readonly number[], value: number, arabic: boolean): readonly number[] {
  const last = parts.at(-1)
  const joined = last === undefined ? null : join(last, value, arabic)
  return joined === null ? [...parts, value] : [...parts.slice(0, -1), joined]
}

function join(last: number, value: number, arabic: boolean): number | null {
  const [tens, units] = [last % 100, last % 10]
  if (value >= 100) return value === 100 && last < 10 ? last * 100 : null
  // « quatre-vingt » is four times twenty.
  if (value === 20 && tens === 4 && !arabic) return last + 76
  // “four forty-eight” omits the word “hundred”; «ثمانية وأربعون» begins with its units.
  if (value >= 20 && last < 10) return arabic ? last + value : last * 100 + value
  if (value >= 20) return last >= 100 && tens < 10 ? last + value : null
  if (value === 10 && arabic && tens > 0 && tens < 10) return last + value
  if (value >= 10) return tens === 60 || tens === 80 || (tens === 0 && last >= 100) ? last + value : null
  return last >= 20 && units === 0 && tens !== 10 ? last + value : null
}

function wordsOf(table: Readonly<Record<number, string>>): [string, number][] {
  return Object.entries(table).flatMap(([value, words]) =>
    words.split(' ').map((word): [string, number] => [word, Number(value)]),
  )
}
