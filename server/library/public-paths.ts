import 'server-only'
import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import { findProceedings } from '../db/seminar/proceedings'
import { findPublicSeminars } from '../db/seminar/seminar-lists'
import { PUBLIC_ROUTES } from './public-routes'

type PublicRoute = (typeof PUBLIC_ROUTES)[number]
/** A public route that stands for several pages. */
type Parametrised = Extract<PublicRoute, `${string}[${string}`>
type Paths = Record<Parametrised, readonly string[]>

/** Every public page, without its language: the pages that a signed-out reader can open and that are not personal. */
export async function publicPaths(): Promise<string[]> {
  const [releases, seminars, proceedings] = await Promise.all([
    currentReleases(),
    findPublicSeminars(sql()),
    findProceedings(sql(), new Date()),
  ])
  const paths: Paths = {
    ...libraryPaths(library()),
    '/courses/[course]': releases.map(({ courseId }) => `/courses/${courseId}`),
    '/courses/[course]/lessons/[lesson]': releases.flatMap(lessonPaths),
    '/seminars/[seminar]': seminars.map((id) => `/seminars/${id}`),
    '/seminars/[seminar]/proceedings': proceedings.map(({ id }) => `/seminars/${id}/proceedings`),
  }
  return PUBLIC_ROUTES.flatMap((route) => (isParametrised(route) ? paths[route] : [route]))
}

function isParametrised(route: PublicRoute): route is Parametrised {
  return route.includes('[')
}

type Listed = Pick<Library, 'provisions' | 'decisions' | 'procedureChecklists' | 'models' | 'briefs'>

function libraryPaths({ provisions, decisions, procedureChecklists, models, briefs }: Listed) {
  return {
    '/library/law/[provision]': Object.keys(provisions).map((id) => `/library/law/${id}`),
    '/library/cases/[id]': Object.keys(decisions).map((id) => `/library/cases/${id}`),
    '/library/checklists/[id]': Object.keys(procedureChecklists).map(entryPath.checklist),
    '/library/models/[id]': Object.keys(models).map(entryPath.model),
    '/library/briefs/[id]': Object.keys(briefs).map(entryPath.brief),
  }
}

/** The lessons of a closed course are for admitted learners only. */
function lessonPaths({ courseId, course }: LoadedRelease): string[] {
  const lessons = course.file.access === 'closed' ? [] : course.file.outline
  return lessons.map((lesson) => `/courses/${courseId}/lessons/${lesson}`)
}
