/** A word of a text in the form in which it is searched, and its position in the text. */
export type SearchWord = { token: string; start: number; end: number }

// Invisible marks that may occur inside a word: soft hyphen, joiners, direction.
const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2066-\\u2069'
const DIGITS = '0-9\\u0660-\\u0669\\u06F0-\\u06F9'
/** `448-1`, `448.1`, `448/1`, `٤٤٨-١` are one word. Letters run to the next separator, and an apostrophe is one. */
const WORD = new RegExp(`[${DIGITS}]+(?:[-./\\u2010-\\u2015][${DIGITS}]+)*|[\\p{L}\\p{M}\\u0640${INVISIBLE}]+`, 'gu')
const YEARS = /^\d{4}(?:-\d{4})+$/

/** The words of a text in order, normalised for comparison: without accents, hamza, tashkeel and articles. */
export function searchWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: raw, index }) => {
    return tokensOf(raw).map((token) => ({ token, start: index, end: index + raw.length }))
  })
}

/** The size of the cache: more than the words of the library in three languages. */
const MOST_KEPT = 30_000
/** In characters. Longer words are not cached, so that they do not fill the memory. */
const LONGEST_KEPT = 30
const kept = new Map<string, readonly string[]>()

/** Cached, since texts repeat their words and each new one takes several replacements. */
function tokensOf(raw: string): readonly string[] {
  const known = kept.get(raw)
  if (known !== undefined) return known
  const tokens = readTokens(raw)
  if (raw.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(raw, tokens)
  return tokens
}

function readTokens(raw: string): string[] {
  const whole = normaliseWord(raw)
  // 2017-2019 is two years, not an article.
  const tokens = YEARS.test(whole) ? whole.split('-') : [stem(whole)]
  return tokens.filter(isWord)
}

/** The words that distinguish a text: without stop words, unless it has no other words. */
export function searchTokens(text: string): string[] {
  const tokens = searchWords(text).map(({ token }) => token)
  const telling = tokens.filter((token) => !isStopWord(token))
  return telling.length > 0 ? telling : tokens
}

export function isStopWord(token: string): boolean {
  return STOP_WORDS.has(token)
}

/** Whether the token is the number of an article or a law, or a part of one. */
export function isNumber(token: string): boolean {
  return /^\d/.test(token)
}

const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
}

/** A word without spelling variants: case, accents, ligatures, hamza, tashkeel, tatweel, the shape of digits. */
export function normaliseWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[œæßıٱىیةک]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(\d)[./\u2010-\u2015](?=\d)/g, '$1-')
    .replace(/[^\p{L}\p{N}-]|\u0640/gu, '')
}

// بالغ (of age) does not begin with an article.
const ARABIC_ARTICLE = /^(?:[وف]?(?:ال|بال(?!غ)|كال|لل)(?=\p{L}{3})|و(?=\p{L}{4}))/u

/** An Arabic word without the article and the particles joined to it: «وبالاتجار» → «اتجار». */
function stem(word: string): string {
  let rest = word
  for (let cut = ARABIC_ARTICLE.exec(rest); cut; cut = ARABIC_ARTICLE.exec(rest)) rest = rest.slice(cut[0].length)
  return rest
}

function isWord(token: string): boolean {
  return token.length > 1 || /^\d$/.test(token)
}

/** Stop words, in the form in which `normaliseWord` and `stem` return them. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'the of and in to an is are be by for on or as at it its with from that this which who may',
    'le la les de des du un une et en au aux ou par pour sur dans est sont qui que qu ce ces son sa ses se il elle ne pas avec',
    'من في علي عن الي او ان هذا هذه ذلك التي الذي كل ما لا هو هي به بها له لها مع لم قد',
  ].flatMap((words) => words.split(' ')),
)
