import type { Locale, Localized } from '../locale'
import { entryPath } from './entry-path'
import type { Library } from './library'
import { isWhole, shelves } from './shelves'

export const REFERENCE_KINDS = ['figure', 'law', 'case', 'report', 'proceedings'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/**
 * Something that can be cited: a series of figures of this library, a text of law, a decision, a report behind the
 * figures, or the proceedings of a seminar.
 */
export type Reference = {
  /** Never changes, so that a citation in a paper keeps its meaning. */
  key: string
  kind: ReferenceKind
  title: Localized
  /** The court, for a decision; for proceedings, those who organised the seminar. */
  authority: Localized | null
  /** `2024`, `2024-05` or `2024-05-17`; null if it is not known. */
  date: string | null
  /** The number of an application or a file. */
  number: string | null
  /** An official page elsewhere. */
  url: string | null
  /** The page of this library that holds it or builds on it, without the language. */
  path: string
  /** What a series of figures was compiled from. */
  from: readonly Localized[]
}

type Held = Pick<Library, 'figures' | 'decisions' | 'instruments' | 'provisions'>

/** Everything in the library that can be cited, figures first. */
export function references(library: Held): Reference[] {
  return [...figureReferences(library), ...laws(library), ...cases(library), ...reports(library)]
}

const ordered = ({ figures }: Pick<Library, 'figures'>) => Object.values(figures).toSorted((a, b) => a.order - b.order)

function figureReferences(library: Held): Reference[] {
  return ordered(library).map(({ id, title, sources }) => ({
    ...{ key: `figure-${id}`, kind: 'figure', title, authority: null, date: null, number: null, url: null },
    path: entryPath.figure(id),
    from: sources.map(({ label }) => label),
  }))
}

function laws(library: Held): Reference[] {
  return shelves(library).map((shelf) => {
    const { id, shortName } = shelf.instrument
    const whole = isWhole(shelf) ? shelf.provisions[0] : undefined
    return {
      ...{ key: `law-${id}`, kind: 'law', title: whole?.title ?? shortName, authority: null, date: null },
      ...{ number: null, url: null, path: whole ? `/library/law/${whole.id}` : `/library/law#${id}`, from: [] },
    }
  })
}

function cases({ decisions }: Held): Reference[] {
  const newestFirst = Object.values(decisions).toSorted(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id),
  )
  return newestFirst.map(({ id, title, court, date, reference, sources }) => ({
    ...{ key: `case-${id}`, kind: 'case', title, authority: court, date, number: reference, from: [] },
    url: sources.find(({ url }) => url)?.url ?? null,
    path: `/library/cases/${id}`,
  }))
}

/** A report behind several series is listed once. Two reports with the same id get different keys. */
function reports(library: Held): Reference[] {
  const found = new Map<string, Reference>()
  const keys = new Set<string>()
  for (const figure of ordered(library)) {
    for (const { id, label, date, url } of figure.sources) {
      if (found.has(label.en)) continue
      let key = `report-${id}`
      while (keys.has(key)) key = `report-${figure.id}-${id}`
      keys.add(key)
      found.set(label.en, {
        ...{ key, kind: 'report', title: label, authority: null, date, number: null, url: url ?? null },
        ...{ path: entryPath.figure(figure.id), from: [] },
      })
    }
  }
  return [...found.values()].toSorted(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.key.localeCompare(b.key),
  )
}

/** What a citation needs besides its reference. `today`: the day on which the page of this library was read. */
export type CitedBy = { site: string; origin: string; locale: Locale; today: string }

const ownPage = ({ path }: Reference, { origin, locale }: CitedBy) => `${origin}/${locale}${path}`
const fromOf = ({ from }: Reference, { locale }: CitedBy) => from.map((label) => label[locale]).join(' ; ')

const CSL_TYPES = {
  figure: 'dataset',
  law: 'legislation',
  case: 'legal_case',
  report: 'report',
  proceedings: 'book',
} as const

/** @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export function cslOf(reference: Reference, by: CitedBy) {
  const { key, kind, title, authority, date, number, url } = reference
  const sources = fromOf(reference, by)
  return {
    id: key,
    type: CSL_TYPES[kind],
    title: title[by.locale],
    ...(kind === 'figure' && { author: [{ literal: by.site }], publisher: by.site }),
    ...(authority && creditOf(kind, authority[by.locale])),
    ...(date && { issued: { 'date-parts': [partsOf(date)] } }),
    ...(number && { number }),
    URL: url ?? ownPage(reference, by),
    ...(!url && { accessed: { 'date-parts': [partsOf(by.today)] } }),
    ...(sources && { note: sources }),
    language: by.locale,
  }
}

/** Proceedings are edited by those who organised the seminar. */
function creditOf(kind: ReferenceKind, name: string) {
  return kind === 'proceedings' ? { editor: [{ literal: name }], publisher: name } : { authority: name }
}

const partsOf = (date: string) => date.split('-').map(Number)

const BIBTEX_TYPES = {
  figure: 'misc',
  law: 'misc',
  case: 'misc',
  report: 'techreport',
  proceedings: 'proceedings',
} as const

/** In UTF-8, as BibLaTeX with Biber reads it. Titles are in double braces, so that no style changes their letters. */
export function bibtexOf(reference: Reference, by: CitedBy): string {
  const { key, kind, title, authority, date, number, url } = reference
  const [year, month] = date?.split('-') ?? []
  const credit = kind === 'figure' ? by.site : authority?.[by.locale]
  const name = credit && `{${escaped(credit)}}`
  const fields = {
    [kind === 'proceedings' ? 'editor' : 'author']: name,
    title: `{${escaped(title[by.locale])}}`,
    year,
    month,
    number: number && escaped(number),
    url: (url ?? ownPage(reference, by)).replace(/[{}\\]/g, encodeURIComponent),
    urldate: url ? undefined : by.today,
    note: escaped(fromOf(reference, by)) || undefined,
    langid: { ar: 'arabic', fr: 'french', en: 'english' }[by.locale],
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@${BIBTEX_TYPES[kind]}{${key},\n${lines.join('\n')}\n}\n`
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escaped(text: string): string {
  return text.replace(/[\\~^{}$&#_%]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
}

/** `law-penal-code.bib`: a key or `bibliography` (all), and a format. `more`: references from outside the library. */
export function askedReferences(
  file: string,
  library: Held,
  more: readonly Reference[] = [],
): { references: Reference[]; format: 'bib' | 'json'; name: string } | null {
  const [, name = '', format] = /^([a-z0-9-]+)\.(bib|json)$/.exec(file) ?? []
  if (format !== 'bib' && format !== 'json') return null
  const all = [...references(library), ...more]
  const some = name === 'bibliography' ? all : all.filter(({ key }) => key === name)
  return some.length > 0 ? { references: some, format, name } : null
}

/** The references as a file, in one of the languages of the site. */
export function referenceFile(
  list: readonly Reference[],
  format: 'bib' | 'json',
  by: CitedBy,
): { type: string; text: string } {
  if (format === 'bib')
    return { type: 'application/x-bibtex; charset=utf-8', text: list.map((one) => bibtexOf(one, by)).join('\n') }
  const csl = list.map((one) => cslOf(one, by))
  return { type: 'application/vnd.citationstyles.csl+json', text: `${JSON.stringify(csl, null, 2)}\n` }
}
