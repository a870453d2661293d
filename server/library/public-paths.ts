import 'server-only'
import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import { findProceedings } from '../db/seminar/proceedings'
import { findPublicSeminars } from '../db/seminar/seminar-lists'

const FRONT = ['', '/courses', '/seminars', '/library', '/about', '/help', '/privacy', '/accessibility']
const SECTIONS = [
  'law',
  'cases',
  'glossary',
  'indicators',
  'checklists',
  'models',
  'referral',
  'figures',
  'research',
  'search',
]

/** Every public page, without its language: the pages that a signed-out reader can open and that are not personal. */
export async function publicPaths(): Promise<string[]> {
  const [releases, seminars, proceedings] = await Promise.all([
    currentReleases(),
    findPublicSeminars(sql()),
    findProceedings(sql(), new Date()),
  ])
  return [
    ...FRONT,
    WORKSHEET_PATH,
    ...libraryPaths(library()),
    ...releases.flatMap(coursePaths),
    ...seminars.map((id) => `/seminars/${id}`),
    ...proceedings.map(({ id }) => `/seminars/${id}/proceedings`),
  ]
}

type Listed = Pick<Library, 'provisions' | 'decisions' | 'procedureChecklists' | 'models'>

function libraryPaths({ provisions, decisions, procedureChecklists, models }: Listed): string[] {
  return [
    ...SECTIONS.map((room) => `/library/${room}`),
    ...Object.keys(provisions).map((id) => `/library/law/${id}`),
    ...Object.keys(decisions).map((id) => `/library/cases/${id}`),
    ...Object.keys(procedureChecklists).map(entryPath.checklist),
    ...Object.keys(models).map(entryPath.model),
  ]
}

/** A closed course has a public page; its lessons are for admitted learners only. */
function coursePaths({ courseId, course }: LoadedRelease): string[] {
  const lessons = course.file.access === 'closed' ? [] : course.file.outline
  return [`/courses/${courseId}`, ...lessons.map((lesson) => `/courses/${courseId}/lessons/${lesson}`)]
}
