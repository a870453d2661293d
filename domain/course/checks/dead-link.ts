import { type CourseCheck, error, type Found } from './finding'
import { allQuestions } from './questions'
import { type CourseSource, type LessonSource, type Prose, placeIn } from './source'

/** Links, skips and passages to reread must lead to a section that exists in every language. */
export const deadLink: CourseCheck = (course) => [
  ...course.lessons.flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => deadIn(course, prose))),
  ...allQuestions(course).flatMap((question) => {
    const reread = question.value?.reread
    return reread === undefined || sectionExists(course, reread)
      ? []
      : [error(placeIn(question, 'reread'), `“${reread}” is no section of a lesson: write lesson#section-id`)]
  }),
]

function deadIn(course: CourseSource, prose: Prose): Found[] {
  const own = new Set(prose.headings.map(({ id }) => id))
  const skips = prose.skips
    .filter(({ id }) => !own.has(id))
    .map((skip) => error(skip, `skip="${skip.id}" is no section of this lesson: name one of its {#ids}`))
  const links = prose.links.filter(({ href }) => !leadsSomewhere(course, own, href))
  const images = prose.images.filter(({ src }) => !course.files.has(resolve(prose.path, src)))
  return [
    ...skips,
    ...links.map((link) =>
      error(link, `the link “${link.href}” leads nowhere: use #section, lesson#section or https://`),
    ),
    ...images.map((image) => error(image, `the image “${image.src}” is not in the course’s folder: add the file`)),
  ]
}

function leadsSomewhere(course: CourseSource, own: ReadonlySet<string | null>, href: string): boolean {
  if (href.startsWith('#')) return own.has(href.slice(1))
  return /^https:\/\/[^/\s]+\.[a-z]+(\/|$)/.test(href) || sectionExists(course, href)
}

function sectionExists({ lessons }: CourseSource, target: string): boolean {
  const [id, section] = target.split('#')
  const lesson = lessons.find((candidate) => candidate.id === id)
  return lesson !== undefined && (section === undefined || inEveryLanguage(lesson, section))
}

function inEveryLanguage(lesson: LessonSource, section: string): boolean {
  return Object.values(lesson.prose).every((prose) => prose.headings.some(({ id }) => id === section))
}

function resolve(from: string, src: string): string {
  return `${from.slice(0, from.lastIndexOf('/'))}/${src.replace(/^\.\//, '')}`
}
