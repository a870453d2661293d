import { type LawStatus, lawStatusOf } from '../library/outdated-citation'
import type { Provision } from '../library/provision'
import { type Citation, overlap, readCitation } from '../library/resolve-citation'
import { reviewOf } from '../library/review-of'
import { LOCALES, type Locale } from '../locale'
import type { SignedKind } from '../signoff/entry-signoff'
import { reviewedOn } from '../signoff/reviewed'
import type { Signoff } from '../signoff/signoff'
import { briefPoints } from './checks/brief-points'
import { pathwayCites } from './checks/pathway-cites'
import { reviewsIn } from './checks/reviews-in'
import type { CourseSource, LibrarySource, Place, YamlSource } from './checks/source'
import { placeIn } from './checks/source'
import { citedInQuestion } from './citation-uses'

export const AFFECTED_KINDS = [
  'paragraph',
  'question',
  'case',
  'checklist',
  'model',
  'brief',
  'indicator',
  'decision',
  'term',
  'contact',
  'plan',
  'note',
] as const
export type AffectedKind = (typeof AFFECTED_KINDS)[number]

/** A text that cites a provision: its place, and for each language whether it reflects the newest version. */
export type Affected = Place & { kind: AffectedKind; id: string; status: Partial<Record<Locale, LawStatus>> }

/** A provision, and the part of it that is asked about: the whole, a paragraph or an item. */
export type Asked = { provision: Provision; citation: Citation }

/** Finds everything in courses and library that cites the asked part, a part of it, or the whole that contains it. */
export function lawImpact(asked: Asked, library: LibrarySource, courses: readonly CourseSource[]): Affected[] {
  return [
    ...courses.flatMap((course) => paragraphs(asked, course)),
    ...courses.flatMap((course) => questions(asked, course)),
    ...courses.flatMap((course) => files(asked, course)),
    ...inLibrary(asked, library),
  ]
}

const PROSE = /\/(ar|fr|en)\.md$/

function paragraphs({ provision, citation }: Asked, { citations, lessons, cases, file }: CourseSource): Affected[] {
  const lawDate = file.value?.lawDate ?? null
  const citing = citations.filter(
    ({ id, path }) => PROSE.test(path) && !cases.some((one) => isIn(one, path)) && cites([id], citation),
  )
  const places = new Map(citing.map(({ path, line }) => [`${path}:${line}`, { path, line }]))
  return [...places.values()].map((place) => {
    const locale = (PROSE.exec(place.path)?.[1] ?? 'ar') as Locale
    const lesson = lessons.find(({ path }) => place.path === `${path}/${locale}.md`)
    const signedOn = lesson ? signedOf(lesson, locale) : null
    const status = { [locale]: lawStatusOf(provision, { lawDate, signedOn }) }
    return { ...place, kind: 'paragraph', id: lesson?.id ?? '', status }
  })
}

/** The invented files that cite it, each once, with the first place: a file is signed and retired as a whole. */
function files({ provision, citation }: Asked, { cases, citations }: CourseSource): Affected[] {
  return cases.flatMap((source) => {
    const [first] = citations
      .filter(({ id, path }) => isIn(source, path) && cites([id], citation))
      .toSorted((a, b) => Number(a.path !== source.file.path) - Number(b.path !== source.file.path) || a.line - b.line)
    if (!first) return []
    const { path, line } = first
    const lawDate = source.file.value?.lawDate ?? null
    const status = inEach((locale) => lawStatusOf(provision, { lawDate, signedOn: signedOf(source, locale) }))
    return [{ path, line, kind: 'case' as const, id: source.id, status }]
  })
}

const isIn = (source: { path: string }, path: string) => path.startsWith(`${source.path}/`)

function questions({ provision, citation }: Asked, course: CourseSource): Affected[] {
  const { lessons, bank, bankSignoff, bankHashes, second, file } = course
  const lawDate = file.value?.lawDate ?? null
  const ledgers = [
    ...lessons.map((lesson) => ({ asked: lesson.practice, ledger: lesson })),
    { asked: bank, ledger: { signoff: bankSignoff, hashes: bankHashes } },
    { asked: second, ledger: null },
  ]
  return ledgers.flatMap(({ asked, ledger }) =>
    asked
      .filter(({ value }) => value && cites(citedInQuestion(value), citation))
      .map(({ path, line, id }) => ({
        path,
        line,
        kind: 'question' as const,
        id,
        status: inEach((locale) => lawStatusOf(provision, { lawDate, signedOn: ledger && signedOf(ledger, locale) })),
      })),
  )
}

function inLibrary({ provision, citation }: Asked, source: LibrarySource): Affected[] {
  const {
    terms,
    indicators,
    decisions,
    referral,
    pathway,
    checklists,
    procedureChecklists,
    models,
    briefs,
    provisions,
  } = source
  const reviews = reviewsIn(source.ledgers)
  type Signed = { entry: readonly [SignedKind, string]; lawDate?: string | undefined; id?: string }
  const found = (kind: AffectedKind, file: YamlSource<unknown>, key: string, { entry, lawDate, id }: Signed) => ({
    ...placeIn(file, key),
    kind,
    id: id ?? entry[1],
    status: inEach((locale) =>
      lawStatusOf(provision, {
        lawDate: lawDate ?? null,
        signedOn: reviewedOn(reviewOf({ reviews }, ...entry), 'legal', locale),
      }),
    ),
  })
  const hit = (ids: readonly string[]) => cites(ids, citation)
  return [
    ...(checklists.value ?? []).flatMap((list, at) =>
      list.items.flatMap((item, place) =>
        hit(item.cites)
          ? [
              found('checklist', checklists, `${at}.items.${place}`, {
                entry: ['checklist', list.provision],
                lawDate: list.lawDate,
              }),
            ]
          : [],
      ),
    ),
    ...(procedureChecklists.value ?? []).flatMap((list, at) =>
      list.items.flatMap((item, place) =>
        hit(item.cites)
          ? [
              found('checklist', procedureChecklists, `${at}.items.${place}`, {
                entry: ['checklist', list.id],
                lawDate: list.lawDate,
              }),
            ]
          : [],
      ),
    ),
    ...models.flatMap((file) =>
      (file.value?.parts ?? []).flatMap(({ cites: ids = [] }, at) =>
        hit(ids)
          ? [found('model', file, `parts.${at}`, { entry: ['model', file.id], lawDate: file.value?.lawDate })]
          : [],
      ),
    ),
    ...briefs.flatMap((file) =>
      briefPoints(file).flatMap(({ at, cites: ids }) =>
        hit(ids) ? [found('brief', file, at, { entry: ['brief', file.id], lawDate: file.value?.lawDate })] : [],
      ),
    ),
    ...indicators.flatMap((file) =>
      (file.value?.indicators ?? []).flatMap(({ id, cites: ids }, at) =>
        hit(ids)
          ? [
              found('indicator', file, `indicators.${at}`, {
                entry: ['indicator', file.id],
                lawDate: file.value?.lawDate,
                id: `${file.id} ${id}`,
              }),
            ]
          : [],
      ),
    ),
    ...decisions.flatMap((file) =>
      file.value && hit(file.value.cites)
        ? [found('decision', file, 'cites', { entry: ['decision', file.id], lawDate: file.value.lawDate })]
        : [],
    ),
    ...(terms.value ?? []).flatMap(({ id, cites: ids = [] }, at) =>
      hit(ids) ? [found('term', terms, `${at}`, { entry: ['term', id] })] : [],
    ),
    ...(referral.value ?? []).flatMap(({ id, cites: ids, lawDate }, at) =>
      hit(ids) ? [found('contact', referral, `${at}`, { entry: ['referral', id], lawDate })] : [],
    ),
    ...pathwayCites(pathway).flatMap(({ file, at, entry, cites: ids, lawDate }) =>
      hit(ids) ? [found('plan', file, at, { entry: ['pathway', entry], lawDate })] : [],
    ),
    ...provisions.flatMap((file) =>
      (file.value?.traps ?? []).flatMap((trap, at) =>
        file.id !== provision.id && hit(trap.cites)
          ? [found('note', file, `traps.${at}`, { entry: ['law', file.id] })]
          : [],
      ),
    ),
  ]
}

function cites(ids: readonly string[], asked: Citation): boolean {
  return ids.map(readCitation).some((cited) => cited !== null && overlap(cited, asked))
}

type Ledger = { signoff: YamlSource<Signoff>; hashes: Partial<Record<Locale, string>> }

function signedOf({ signoff, hashes }: Ledger, locale: Locale): string | null {
  const { ar = '', fr = '', en = '' } = hashes
  return reviewedOn({ signoff: signoff.value ?? [], hashes: { ar, fr, en } }, 'legal', locale)
}

function inEach<T>(value: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, value(locale)])) as Record<Locale, T>
}
