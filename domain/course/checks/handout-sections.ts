import { LOCALES } from '../../locale'
import { type HandoutPart, LISTED_PARTS, readSection } from '../handout'
import { type CourseCheck, error } from './finding'
import { placeIn } from './source'

/** The sections of the printed papers must exist in every language; some of them must contain a list. */
export const handoutSections: CourseCheck = ({ file, lessons }) =>
  Object.entries(file.value?.handout ?? {}).flatMap(([part, place]) => {
    const [lessonId, sectionId = ''] = place.split('#')
    const bodies = lessons.find(({ id }) => id === lessonId)?.bodies ?? {}
    const sections = LOCALES.map((locale) => readSection(bodies[locale] ?? '', sectionId))
    const at = placeIn(file, `handout.${part}`)
    if (sections.some((section) => section === null))
      return [error(at, `“${place}” is no section of a lesson: write lesson#section-id`)]
    const needsList = LISTED_PARTS.includes(part as HandoutPart)
    return needsList && !sections.every((section) => section?.blocks.some(({ kind }) => kind === 'list'))
      ? [error(at, `the section “${place}” has no list: name one whose list the papers can show`)]
      : []
  })
