import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Cell } from '@/domain/cohort/export/cell'
import type { Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { dayOf } from '@/domain/time/day'
import { type Translator, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LoadedRelease } from '../../content/releases'
import { sql } from '../../db/client'
import { type ExportRow, findExportRows } from '../../db/cohort/cohort-export'
import type { CohortRow } from '../../db/cohort/cohorts'
import { inEachCourse, type LoadedCourse } from '../courses'

/** A person of the cohort in each of its courses, in order. */
type Person = readonly [ExportRow, ...ExportRow[]]
/** One column: its heading, its width in characters, and the content of its cells. */
type Column = { heading: string; width: number; cell: (person: Person) => Cell }
/** A column about one course. */
type CourseColumn = Omit<Column, 'cell'> & { cell: (row: ExportRow) => Cell }
export type PeopleList = {
  title: string
  locale: Locale
  columns: readonly Column[]
  /** Batches of a few hundred people. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>
}

const AT_ONCE = 500

/**
 * The participants and their progress: one row for each person, and a group of columns for each course. The columns are
 * an explicit list: no answer, score or attempt is exported.
 */
export function peopleList(
  memberIds: readonly string[],
  cohort: CohortRow,
  courses: readonly LoadedCourse[],
  { content, locale }: { content: 'progress' | 'lessons'; locale: Locale },
): PeopleList {
  const t = translator(locale)
  const groups = courses.map(({ release }) => courseColumns(release, { content, locale, t }))
  const columns = [
    ...personColumns(t),
    ...groups.flatMap((group, place) => group.map((column) => ofCourse(column, courses, place, locale))),
  ]
  return { title: t(`cohorts.export.contents.${content}`), locale, columns, rows: rowsOf(memberIds, cohort, columns) }
}

/** The column for the course at this place, named in its heading if there are several. */
function ofCourse(
  { heading, width, cell }: CourseColumn,
  courses: readonly LoadedCourse[],
  place: number,
  locale: Locale,
): Column {
  const title = courses[place]?.release.course.file.title[locale] ?? ''
  const several = courses.length > 1
  return {
    heading: several ? `${typeset(title, locale)} : ${heading}` : heading,
    width: several ? width + title.length : width,
    cell: (person) => {
      const row = person[place]
      return row ? cell(row) : null
    },
  }
}

type Options = { content: 'progress' | 'lessons'; locale: Locale; t: Translator }

function courseColumns({ course, lessons }: LoadedRelease, { content, locale, t }: Options): CourseColumn[] {
  const { outline } = course.file
  const title = (id: string, index: number) =>
    `${index + 1}. ${typeset(lessons.get(id)?.file.title[locale] ?? id, locale)}`
  return [
    ...progressColumns(outline, t),
    ...(content === 'lessons' ? outline.map((id, index) => lessonColumn(id, title(id, index))) : []),
    ...(course.exam ? examColumns(t) : []),
  ]
}

function personColumns(t: Translator): Column[] {
  const known = new Map(PERSON_FUNCTIONS.map((value) => [value as string, t(`fields.functions.${value}`)]))
  const statuses = { invited: t('cohorts.statuses.invited'), active: t('cohorts.statuses.active') }
  return [
    { heading: t('cohorts.export.columns.nameArabic'), width: 24, cell: ([{ nameArabic }]) => nameArabic },
    { heading: t('cohorts.export.columns.nameLatin'), width: 24, cell: ([{ nameLatin }]) => nameLatin },
    { heading: t('cohorts.export.columns.email'), width: 30, cell: ([{ email }]) => email },
    {
      heading: t('cohorts.export.columns.function'),
      width: 24,
      cell: ([person]) => known.get(person.function) ?? person.function,
    },
    { heading: t('cohorts.export.columns.status'), width: 14, cell: ([{ status }]) => statuses[status] },
  ]
}

function progressColumns(outline: readonly string[], t: Translator): CourseColumn[] {
  const done = ({ doneLessons }: ExportRow) => outline.filter((id) => doneLessons?.[id] !== undefined).length
  return [
    {
      heading: t('cohorts.export.columns.enrolledAt'),
      width: 12,
      cell: ({ enrolledAt }) => dayCell(enrolledAt),
    },
    {
      heading: t('cohorts.export.columns.lessonsDone'),
      width: 10,
      cell: (person) => (person.status === 'active' ? done(person) : null),
    },
    { heading: t('cohorts.export.columns.lessons'), width: 10, cell: () => outline.length },
  ]
}

function lessonColumn(id: string, heading: string): CourseColumn {
  return { heading, width: 14, cell: ({ doneLessons }) => dayCell(doneLessons?.[id]) }
}

/**
 * A person who failed and a person who has not tried yet look the same, in words that are true of both: a person who
 * has not sat the exam is never called "not passed".
 */
function examColumns(t: Translator): CourseColumn[] {
  const [yes, open] = [t('cohorts.dashboard.examPassed'), t('cohorts.export.examOpen')]
  return [
    {
      heading: t('cohorts.export.columns.exam'),
      width: 12,
      cell: ({ status, passedAt }) => (status === 'active' ? (passedAt ? yes : open) : null),
    },
    { heading: t('cohorts.export.columns.passedAt'), width: 12, cell: ({ passedAt }) => dayCell(passedAt) },
    {
      heading: t('cohorts.export.columns.certificate'),
      width: 22,
      cell: ({ certificate }) => certificate && formatCertificateNumber(certificate),
    },
  ]
}

function dayCell(at: Date | string | null | undefined): Cell {
  return at ? { day: dayOf(new Date(at)) } : null
}

async function* rowsOf(memberIds: readonly string[], cohort: CohortRow, columns: readonly Column[]) {
  for (let from = 0; from < memberIds.length; from += AT_ONCE) {
    const people = await peopleOf(memberIds.slice(from, from + AT_ONCE), cohort)
    yield people.map((person) => columns.map(({ cell }) => cell(person)))
  }
}

/** In the order of `ids`. A person who has left between two queries is left out. */
export async function peopleOf(ids: readonly string[], cohort: CohortRow): Promise<Person[]> {
  const courses = await Promise.all(inEachCourse(cohort).map((course) => findExportRows(sql(), ids, course)))
  const [first = [], ...others] = courses
  const rest = others.map((rows) => new Map(rows.map((row) => [row.memberId, row])))
  return first.flatMap((row): Person[] => {
    const further = rest.flatMap((rows) => rows.get(row.memberId) ?? [])
    return further.length === rest.length ? [[row, ...further]] : []
  })
}
