/** One response of the site that belongs to a copy. `bytes`: its uncompressed size, as the device stores it. */
export type KeptFile = { href: string; sha256: string; bytes: number }

/**
 * What a device needs to keep a course offline in one language. Only the release depends on the learner; nothing else
 * in it is personal.
 */
export type KeptCopy = {
  course: string
  locale: string
  /** The same for two copies that differ in their day alone. */
  version: string
  /** The id of the release. The device sends it with an answer, to say which text was answered. */
  release: string
  title: string
  /** The day of the copy and of the law, in words. */
  says: string
  /** The size of the copy, in words. */
  size: string
  lessons: readonly { href: string; title: string }[]
  files: readonly KeptFile[]
}

/** The address of a kept lesson, or of the list of the kept lessons, without its language. */
export function keptPath(course: string, lesson?: string): string {
  return `/courses/${course}/kept${lesson === undefined ? '' : `/${lesson}`}`
}

/** The page that a device shows if it has no copy of the requested page. */
export const OFFLINE_PATH = '/offline'

/** The blank worksheet of signs, and the page of it that a device keeps with every course. */
export const WORKSHEET_PATH = '/practice/worksheet'
export const KEPT_WORKSHEET_PATH = `${WORKSHEET_PATH}/kept`

/** The page of a brief that a device keeps with the courses that teach its subject. */
export function keptBriefPath(id: string): string {
  return `/library/briefs/${id}/kept`
}

const BRIEF = /^\/[a-z]{2}\/library\/briefs\/[a-z0-9-]+$/
const WORKSHEET = /^\/[a-z]{2}\/practice\/worksheet$/
const IN_COURSE = /^(\/[a-z]{2}\/courses\/[^/]+)(?:\/lessons(\/[^/]+))?$/

/** The kept page that replaces a page without network; null if copies do not contain it. */
export function keptPathFor(pathname: string): string | null {
  if (WORKSHEET.test(pathname) || BRIEF.test(pathname)) return `${pathname}/kept`
  const [, course, lesson = ''] = IN_COURSE.exec(pathname) ?? []
  return course === undefined ? null : `${course}/kept${lesson}`
}

/** The language of an address; null if it names none. */
export function languageIn(pathname: string): string | null {
  return /^\/([a-z]{2})(?:\/|$)/.exec(pathname)?.[1] ?? null
}

const CACHE = /^kept ([^ ]+) ([a-z]{2}) [^ ]+ \d+$/

type Named = Pick<KeptCopy, 'course' | 'locale' | 'version'>

/** The name of the cache of one copy. `time` distinguishes two copies of the same version. */
export function cacheNameOf({ course, locale, version }: Named, time: number): string {
  return `kept ${course} ${locale} ${version} ${time}`
}

/** The course and language of a cache, read from its name; null if the cache is not a copy of a course. */
export function readCacheName(name: string): { course: string; locale: string } | null {
  const [, course, locale] = CACHE.exec(name) ?? []
  return course === undefined || locale === undefined ? null : { course, locale }
}
