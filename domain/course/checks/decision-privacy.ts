import type { Decision } from '../../library/decision'
import { LOCALES, type Locale, type Localized } from '../../locale'
import { bareNames } from './bare-names'
import { error, type Found, type LibraryCheck } from './finding'
import { type EntrySource, type Place, placeIn } from './source'

/** Courts, the State, international organisations and case-law databases. Any other source is described, not linked. */
const OFFICIAL_HOSTS = [
  'gov.ma',
  'pmp.ma',
  'cspj.ma',
  'cndh.ma',
  'cndh.org.ma',
  'echr.coe.int',
  'coe.int',
  'unodc.org',
  'ohchr.org',
  'ilo.org',
  'bailii.org',
  'asylumlawdatabase.eu',
]

const PHONE = /(?<![\d./])(?:(?:\+|00)\s?212|0)[\s.-]?[5-8](?:[\s.-]?\d){8}(?!\d)/gu
const BIRTH =
  /(?<!\p{L})(?:née?s?\s+(?:le|en)\s+(?:1er|\d)|born\s+(?:on|in)\s+(?:the\s+)?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)))|(?:مزداد|مولود|ازداد|ولد)(?:ة|ت|\(ة\)|\(ت\))?\s+(?:في|بتاريخ|سنة|عام|يوم)\s+\d/giu
/** « M. X », “Mr X”, « le nommé X ». */
const HONORIFIC =
  /(?<!\p{L})(?:(?:MM?|Mr|Mrs|Ms|Dr)\.|(?:Mr|Mrs|Ms|Miss|Mme|Mmes|Mlle|Me|Monsieur|Madame|Maître)|(?:pré|dé)?nommée?s?|named)\s+\p{Lu}[\p{L}’'-]*\.?/gu
/** Arabic has no capitals: after «السيد» comes a name, unless an office follows. */
const ARABIC_HONORIFIC =
  /(?<!\p{L})[وبل]?(?:السيدة?|الآنسة|المسماة?|المدعوة?|الأستاذة?)\s+(?!(?:الوكيل|وكيل|النائب|نائب|نواب|الرئيس|رئيس|القاضي|قاضي|المستشار|الوزير|وزير|المدير|مدير)[\p{L}]*(?!\p{L}))\p{L}{2,}/gu
/** «محمد بن علي», «عبد الله»: the middle or the beginning of a name, unless a town, a university or a street has it. */
const ARABIC_NAME =
  /(?<!\p{L})(?!\p{L}*(?:مدينة|إقليم|عمالة|بلدة)\s)\p{L}{2,}\s+بن\s+\p{L}{2,}|(?<!\p{L})(?<!(?:جامعة|شارع|ساحة|مستشفى|مدرسة|ثانوية)\s)عبد\s?ال\p{L}{3,}/gu
/** «يدعى كريم», not «يدعى إلى». */
const ARABIC_CALLED = /(?<!\p{L})[يت]دعى\s+(?!(?:إلى|أن|أنه|أنها|له|لها)(?!\p{L}))\p{L}{2,}/gu
/** « A. B. », «ع. ب.»: exactly two single letters, not a longer row of them (O.N.U.). */
const INITIALS =
  /(?<![\p{L}.])(?:\p{Lu}\.\s?\p{Lu}\.(?!\s?\p{Lu}\.)|\p{Script=Arabic}\.\s?\p{Script=Arabic}\.(?!\s?\p{Script=Arabic}\.))/gu

const RULES: readonly [pattern: RegExp, what: string, instead: string][] = [
  [PHONE, 'a telephone number', 'leave it out'],
  [BIRTH, 'a date of birth', 'give an age, or “a child”'],
  [HONORIFIC, 'a person’s name', 'say her role: the accused, the victim'],
  [ARABIC_HONORIFIC, 'a person’s name', 'say her role: المتهم، الضحية'],
  [ARABIC_NAME, 'a person’s name', 'say her role: المتهم، الضحية'],
  [ARABIC_CALLED, 'a person’s name', 'say her role: المتهم، الضحية'],
  [INITIALS, 'a person’s initials', 'say her role: the accused, the victim'],
]

/**
 * A decision must not identify anybody: no name, initials, date of birth or telephone number of the persons concerned,
 * and no link to the press. The official titles of Strasbourg cases are the exception, wherever they are quoted.
 */
export const decisionPrivacy: LibraryCheck = ({ decisions }) => {
  const titles = decisions.flatMap(({ value }) => (value?.origin === 'strasbourg' ? officialTitles(value.title) : []))
  return decisions.flatMap((source) => (source.value ? faultsIn(source, source.value, titles) : []))
}

function faultsIn(source: EntrySource<Decision>, decision: Decision, titles: readonly string[]): Found[] {
  const links = decision.sources.flatMap(({ url }, index) =>
    url === undefined || isOfficial(url)
      ? []
      : [
          error(
            placeIn(source, `sources.${index}.url`),
            `“${new URL(url).hostname}” is no official or legal database: describe the source in its label, without the link`,
          ),
        ],
  )
  return [
    ...textsOf(decision, source).flatMap(({ text, locale, place }) => [
      ...named(text, place, titles),
      ...(locale === 'ar' ? [] : unknown(text, place, titles)),
    ]),
    ...links,
  ]
}

function named(text: string, place: Place, titles: readonly string[]): Found[] {
  const own = withoutTitles(text, titles)
  return RULES.flatMap(([pattern, what, instead]) =>
    [...own.matchAll(pattern)].map(([found]) => error(place, `“${found.trim()}” looks like ${what}: ${instead}`)),
  )
}

/** Names that another rule has already reported are not reported again. */
function unknown(text: string, place: Place, titles: readonly string[]): Found[] {
  const own = RULES.reduce((rest, [pattern]) => rest.replaceAll(pattern, ''), withoutTitles(text, titles))
  return bareNames(own).map((name) =>
    error(
      place,
      `“${name}” may be a person’s name: say her role, or add the institution or place to domain/course/checks/known-names.ts`,
    ),
  )
}

function withoutTitles(text: string, titles: readonly string[]): string {
  return titles.reduce((rest, title) => rest.replaceAll(title, ''), text)
}

function isOfficial(url: string): boolean {
  const { hostname } = new URL(url)
  return OFFICIAL_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

/** The whole title, and its part before the respondent State: « S.M. » of « S.M. c. Croatie ». */
function officialTitles(title: Localized): string[] {
  return LOCALES.flatMap((locale) => [title[locale], title[locale].split(/\s(?:c\.|v\.|ضد)\s/)[0] ?? '']).filter(
    (name) => name.length > 2,
  )
}

function textsOf(decision: Decision, source: EntrySource<Decision>): { text: string; locale: Locale; place: Place }[] {
  const { prediction, sources } = decision
  const localized: [string, Localized | null][] = [
    ['title', decision.title],
    ['court', decision.court],
    ['facts', decision.facts],
    ['legalPoint', decision.legalPoint],
    ['outcome', decision.outcome],
    ['reservation', decision.reservation],
    ['prediction.question', prediction.question],
    ['prediction.comment', prediction.comment],
    ...prediction.options.map(({ text }, index): [string, Localized] => [`prediction.options.${index}.text`, text]),
    ...sources.map(({ label }, index): [string, Localized] => [`sources.${index}.label`, label]),
  ]
  return localized.flatMap(([key, texts]) =>
    texts === null
      ? []
      : LOCALES.map((locale) => ({ text: texts[locale], locale, place: placeIn(source, `${key}.${locale}`) })),
  )
}
