import type { Decision } from '../../library/decision'
import { LOCALES, type Locale, type Localized } from '../../locale'
import { bareNames } from './bare-names'
import { error, type Found, type LibraryCheck } from './finding'
import { PERSONAL_PATTERNS } from './personal-patterns'
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
  'lexbase.fr',
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
            { words: new URL(url).hostname },
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
  return PERSONAL_PATTERNS.flatMap(([pattern, what, instead]) =>
    [...own.matchAll(pattern)].map(([found]) =>
      error(place, `“${found.trim()}” looks like ${what}: ${instead}`, { words: found.trim() }),
    ),
  )
}

/** Names that another rule has already reported are not reported again. */
function unknown(text: string, place: Place, titles: readonly string[]): Found[] {
  const own = PERSONAL_PATTERNS.reduce((rest, [pattern]) => rest.replaceAll(pattern, ''), withoutTitles(text, titles))
  return bareNames(own).map((name) =>
    error(
      place,
      `“${name}” may be a person’s name: say her role, or add the institution or place to domain/course/checks/known-names.ts`,
      { words: name },
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
