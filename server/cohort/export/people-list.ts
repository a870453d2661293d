import 'server-only'
import { PERSON_FUNCTIONS } from '@/domain/account/person-function'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { dayOf } from '@/domain/cohort/day'
import type { Cell } from '@/domain/cohort/export/cell'
import type { Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LoadedRelease } from '../../content/releases'
import { sql } from '../../db/client'
import { type ExportRow, findExportRows } from '../../db/cohort-export'
import type { CohortRow } from '../../db/cohorts'

/** One column: its heading, its width in characters, and the content of its cells. */
type Column = { heading: string; width: number; cell: (person: ExportRow) => Cell }
export type PeopleList = {
  title: string
  locale: Locale
  columns: readonly Column[]
  /** Batches of a few hundred people. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>
}

const AT_ONCE = 500

/** The participants and their progress. The columns are an explicit list: no answer, score or attempt is exported. */
export function peopleList(
  memberIds: readonly string[],
  cohort: CohortRow,
  { course, lessons }: LoadedRelease,
  { content, locale }: { content: 'progress' | 'lessons'; locale: Locale },
): PeopleList {
  const t = translator(locale)
  const { outline } = course.file
  const title = (id: string, index: number) =>
    `${index + 1}. ${typeset(lessons.get(id)?.file.title[locale] ?? id, locale)}`
  const columns = [
    ...personColumns(t),
    ...progressColumns(outline, t),
    ...(content === 'lessons' ? outline.map((id, index) => lessonColumn(id, title(id, index))) : []),
    ...(course.exam ? examColumns(t) : []),
  ]
  return { title: t(`cohorts.export.contents.${content}`), locale, columns, rows: rowsOf(memberIds, cohort, columns) }
}

function personColumns(t: Translator): Column[] {
  const known = new Map(PERSON_FUNCTIONS.map((value) => [value as string, t(`fields.functions.${value}`)]))
  const statuses = { invited: t('cohorts.statuses.invited'), active: t('cohorts.statuses.active') }
  return [
    { heading: t('cohorts.export.columns.nameArabic'), width: 24, cell: ({ nameArabic }) => nameArabic },
    { heading: t('cohorts.export.columns.nameLatin'), width: 24, cell: ({ nameLatin }) => nameLatin },
    { heading: t('cohorts.export.columns.email'), width: 30, cell: ({ email }) => email },
    {
      heading: t('cohorts.export.columns.function'),
      width: 24,
      cell: (person) => known.get(person.function) ?? person.function,
    },
    { heading: t('cohorts.export.columns.status'), width: 14, cell: ({ status }) => statuses[status] },
  ]
}

function progressColumns(outline: readonly string[], t: Translator): Column[] {
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

function lessonColumn(id: string, heading: string): Column {
  return { heading, width: 14, cell: ({ doneLessons }) => dayCell(doneLessons?.[id]) }
}

/** A person who failed and a person who has not tried yet look the same. */
function examColumns(t: Translator): Column[] {
  const [yes, no] = [t('cohorts.dashboard.examPassed'), t('cohorts.dashboard.examNot')]
  return [
    {
      heading: t('cohorts.export.columns.exam'),
      width: 12,
      cell: ({ status, passedAt }) => (status === 'active' ? (passedAt ? yes : no) : null),
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
    const people = await findExportRows(sql(), memberIds.slice(from, from + AT_ONCE), cohort)
    yield people.map((person) => columns.map(({ cell }) => cell(person)))
  }
}
