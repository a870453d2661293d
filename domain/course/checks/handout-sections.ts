import { LOCALES } from '../../locale'
import { type HandoutPart, LISTED_PARTS, type PaperSection, placesOf, readSection } from '../handout'
import { type CourseCheck, error, type Found } from './finding'
import { type CourseSource, placeIn } from './source'

/** The sections of the printed papers must exist in every language; some of them must contain a list. */
export const handoutSections: CourseCheck = ({ file, lessons }) =>
  Object.entries(file.value?.handout ?? {}).flatMap(([part, places]): Found[] => {
    const at = placeIn(file, `handout.${part}`)
    const read = placesOf(places).map((place) => ({ place, sections: sectionsAt(place, lessons) }))
    const missing = read.find(({ sections }) => sections.includes(null))
    if (missing) return [error(at, `“${missing.place}” is no section of a lesson: write lesson#section-id`)]
    const needsList = LISTED_PARTS.includes(part as HandoutPart)
    return needsList && !read.some(({ sections }) => sections.every(hasList))
      ? [error(at, `the section “${read[0]?.place}” has no list: name one whose list the papers can show`)]
      : []
  })

/** The section in each language. */
function sectionsAt(place: string, lessons: CourseSource['lessons']): (PaperSection | null)[] {
  const [lessonId, sectionId = ''] = place.split('#')
  const bodies = lessons.find(({ id }) => id === lessonId)?.bodies ?? {}
  return LOCALES.map((locale) => readSection(bodies[locale] ?? '', sectionId))
}

function hasList(section: PaperSection | null): boolean {
  return section?.blocks.some(({ kind }) => kind === 'list') ?? false
}
