import { isPlain, tidyLine } from '../form/plain-line'
import { tidyLines } from '../form/plain-lines'
import { LOCALES, type Locale } from '../locale'
import { isGiven, type Lines, type Texts } from '../text/texts'
import { type Day, dayOf, daySchema, daysBetween, endOfDay, hourOf } from '../time/day'
import { boundsOf } from '../time/half-days'
import { MOST_DAYS } from './month'
import { ADMISSIONS, type Admission, LISTINGS, type Listing, type SittingFacts, SPOKEN, type Spoken } from './seminar'

/** The fields of a seminar that its organiser fills in. */
export type SeminarFields = {
  titles: Texts
  aims: Texts
  place: Texts | null
  accessDetails: Texts
  link: string | null
  /** The folder of its film, as `:::video` names it. */
  recording: string | null
  seats: number | null
  admission: Admission
  listed: Listing
  registrationClosesAt: Date | null
  cohortId: string | null
  courseId: string | null
  /** In the order of their times. */
  sittings: readonly SittingFacts[]
}

export const MOST_SITTINGS = 40
const MOST_SEATS = 100_000
/** In characters. */
export const SEMINAR_LIMITS = { title: 200, aims: 3000, place: 300, access: 1000, line: 200, link: 500 } as const
const MOST_SPEAKERS = 20

/** The suffixes of the names of fields. */
export const IN_LANGUAGE: Readonly<Record<Locale, string>> = { ar: 'Arabic', fr: 'French', en: 'English' }

export const SEMINAR_PROBLEMS = [
  'text',
  'where',
  'link',
  'film',
  'long',
  'characters',
  'seats',
  'choose',
  'day',
  'time',
  'order',
  'span',
  'past',
  'closes',
  'sittings',
  'many',
  'cohort-course',
] as const
export type SeminarProblem = (typeof SEMINAR_PROBLEMS)[number]
export type Problems = Readonly<Record<string, { problem: SeminarProblem; max?: number }>>

/** The pressed button: save, or add or remove a sitting in the form only. */
export type FormAct = { act: 'save' | 'add' } | { act: 'remove'; index: number }

/** The cohorts, courses and films that the form may name. */
export type FormChoices = {
  cohorts: readonly { id: string; courseIds: readonly string[] }[]
  courseIds: readonly string[]
  films: readonly string[]
}

export const sittingField = (index: number, name: string) => `s${index}.${name}`

export function readFormAct(form: FormData): FormAct {
  const [name, index] = String(form.get('act') ?? '').split(':')
  if (name === 'remove' && /^\d{1,2}$/.test(index ?? '')) return { act: 'remove', index: Number(index) }
  return { act: name === 'add' ? 'add' : 'save' }
}

/** How many sittings the form has. */
export function sittingCount(form: FormData): number {
  const count = Number(form.get('sittings'))
  return Number.isInteger(count) && count >= 0 ? Math.min(count, MOST_SITTINGS) : 0
}

/** Everything that was typed, so that the form can be shown again, after a button that changes the number of sittings. */
export function typedSeminar(form: FormData, act: FormAct): Record<string, string> {
  const typed: Record<string, string> = {}
  const count = sittingCount(form)
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name === 'act') continue
    const [, number, rest] = /^s(\d{1,2})\.(.+)$/.exec(name) ?? []
    const place = number === undefined ? null : placeAfter(Number(number), act, count)
    if (number !== undefined && place === null) continue
    const key = place === null ? name : sittingField(place, rest ?? '')
    typed[key] = typed[key] === undefined ? value : `${typed[key]} ${value}`
  }
  return { ...typed, sittings: String(countAfter(count, act)) }
}

function placeAfter(index: number, act: FormAct, count: number): number | null {
  if (index >= count) return null
  if (act.act !== 'remove') return index
  return index === act.index ? null : index > act.index ? index - 1 : index
}

function countAfter(count: number, act: FormAct): number {
  if (act.act === 'add') return Math.min(count + 1, MOST_SITTINGS)
  return act.act === 'remove' && act.index < count ? count - 1 : count
}

type Read = { fields: SeminarFields } | { problems: Problems }

/** Reads a seminar as its organiser typed it, by the clocks in Morocco. */
export function readSeminar(form: FormData, choices: FormChoices): Read {
  const reader = readerOf(form)
  const { problems, report } = reader
  const titles = reader.texts('title', SEMINAR_LIMITS.title)
  if (!isGiven(titles)) report('titleArabic', 'text')
  const place = reader.texts('place', SEMINAR_LIMITS.place)
  const link = readLink(reader)
  if (!isGiven(place) && link === null && !problems.link) report('placeArabic', 'where')
  const sittings = readSittings(reader)
  const fields: SeminarFields = {
    titles,
    aims: reader.texts('aims', SEMINAR_LIMITS.aims, true),
    place: isGiven(place) ? place : null,
    accessDetails: reader.texts('access', SEMINAR_LIMITS.access, true),
    link,
    recording: readRecording(reader, choices),
    seats: readSeats(reader),
    admission: ADMISSIONS.find((one) => one === reader.text('admission')) ?? 'open',
    listed: LISTINGS.find((one) => one === reader.text('listed')) ?? 'public',
    registrationClosesAt: readClosing(reader, sittings),
    ...readProgramme(reader, choices),
    sittings,
  }
  return Object.keys(problems).length > 0 ? { problems } : { fields }
}

type Reader = ReturnType<typeof readerOf>

function readerOf(form: FormData) {
  const problems: Record<string, { problem: SeminarProblem; max?: number }> = {}
  const report = (name: string, problem: SeminarProblem, max?: number) => {
    problems[name] ??= max === undefined ? { problem } : { problem, max }
  }
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const line = (name: string, max: number, several: boolean) => {
    const tidy = several ? tidyLines(text(name)) : tidyLine(text(name))
    if ([...tidy].length > max) report(name, 'long', max)
    if (!tidy.split('\n').every(isPlain)) report(name, 'characters')
    return tidy
  }
  /** A text in each language, in fields that are named after it. */
  const texts = (stem: string, max: number, several = false): Texts => {
    const read = LOCALES.map((locale) => [locale, line(`${stem}${IN_LANGUAGE[locale]}`, max, several)] as const)
    return Object.fromEntries(read.filter(([, value]) => value !== ''))
  }
  return { form, problems, report, text, line, texts }
}

function readLink({ text, report }: Reader): string | null {
  const typed = text('link')
  if (typed === '') return null
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (url?.protocol !== 'https:' || url.username !== '' || typed.length > SEMINAR_LIMITS.link) {
    report('link', 'link')
    return null
  }
  return url.href
}

/** Only a film that is complete on this site, with its captions. */
function readRecording({ text, report }: Reader, { films }: FormChoices): string | null {
  const typed = text('recording')
  if (typed !== '' && !films.includes(typed)) report('recording', 'film')
  return typed || null
}

function readSeats({ text, report }: Reader): number | null {
  const typed = text('seats')
  if (typed === '') return null
  const seats = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  if (seats < 1 || seats > MOST_SEATS) report('seats', 'seats')
  return seats
}

/** The last day on which one may register is included. */
function readClosing({ text, report }: Reader, sittings: readonly SittingFacts[]): Date | null {
  const day = text('closesOn')
  if (day === '') return null
  if (!isDay(day)) {
    report('closesOn', 'day')
    return null
  }
  if (sittings.length > 0 && day > dayOf(boundsOf(sittings).startsAt)) report('closesOn', 'closes')
  return endOfDay(day)
}

function readProgramme({ text, report }: Reader, { cohorts, courseIds }: FormChoices) {
  const [cohortId, courseId] = [text('cohort') || null, text('course') || null]
  const cohort = cohorts.find(({ id }) => id === cohortId)
  if (cohortId !== null && !cohort) report('cohort', 'choose')
  if (courseId !== null && !courseIds.includes(courseId)) report('course', 'choose')
  else if (courseId !== null && cohort && !cohort.courseIds.includes(courseId)) report('course', 'cohort-course')
  return { cohortId, courseId }
}

const isDay = (text: string): text is Day => daySchema.safeParse(text).success
/** `9:30`, `09:30` and `9 h 30`, as a browser without a field for times sends them. */
const TIME = /^([01]?\d|2[0-3])\s?[:h]\s?([0-5]\d)$/

function readSittings(reader: Reader): SittingFacts[] {
  const count = sittingCount(reader.form)
  if (Number(reader.form.get('sittings')) > MOST_SITTINGS) reader.report('sittings', 'many')
  const read = Array.from({ length: count }, (_, index) => readSitting(reader, index))
  if (count === 0) reader.report('sittings', 'sittings')
  const sittings = read.flatMap((sitting) => sitting ?? []).toSorted(byTime)
  const [first, last] = [sittings[0], sittings.at(-1)]
  if (first && last && daysBetween(dayOf(first.startsAt), dayOf(last.endsAt)) >= MOST_DAYS) {
    reader.report(sittingField(0, 'day'), 'span')
  }
  return sittings
}

const byTime = (one: SittingFacts, other: SittingFacts) =>
  one.startsAt.getTime() - other.startsAt.getTime() || one.endsAt.getTime() - other.endsAt.getTime()

function readSitting(reader: Reader, index: number): SittingFacts | null {
  const named = (name: string) => sittingField(index, name)
  const titles = reader.texts(named('title'), SEMINAR_LIMITS.title)
  if (!isGiven(titles)) reader.report(named('titleArabic'), 'text')
  const span = readSpan(reader, index)
  const language = SPOKEN.find((code) => code === reader.text(named('language')))
  if (!language) reader.report(named('language'), 'choose')
  if (!span || !language) return null
  const into = reader.form.getAll(named('interpretation')).map(String)
  const interpretation: Spoken[] = SPOKEN.filter((code) => into.includes(code) && code !== language)
  return { ...span, titles, speakers: readSpeakers(reader, index), language, interpretation }
}

function readSpan({ text, report }: Reader, index: number): { startsAt: Date; endsAt: Date } | null {
  const named = (name: string) => sittingField(index, name)
  const day = text(named('day'))
  const times = ['from', 'to'].map((name) => {
    const [, hour, minute] = TIME.exec(text(named(name))) ?? []
    if (hour === undefined) report(named(name), 'time')
    return hour === undefined ? null : Number(hour) + Number(minute) / 60
  })
  if (!isDay(day)) report(named('day'), 'day')
  const [from, to] = times
  if (!isDay(day) || from === undefined || from === null || to === undefined || to === null) return null
  if (to <= from) {
    report(named('to'), 'order')
    return null
  }
  return { startsAt: hourOf(day, from), endsAt: hourOf(day, to) }
}

function readSpeakers(reader: Reader, index: number): Lines {
  const longest = SEMINAR_LIMITS.line * MOST_SPEAKERS
  const texts = reader.texts(sittingField(index, 'speakers'), longest, true)
  const entries = Object.entries(texts).map(([locale, text]) => [
    locale,
    [...new Set(text.split('\n').map(tidyLine).filter(Boolean))].slice(0, MOST_SPEAKERS),
  ])
  return Object.fromEntries(entries)
}
