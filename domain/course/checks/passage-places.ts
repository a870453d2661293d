import { LOCALES } from '../../locale'
import { blanksOf } from '../../question/kinds/completing/blanks'
import { idsOf } from '../../question/kinds/options'
import { slotsIn } from '../../question/kinds/passage'
import type { QuestionKey } from '../../question/question'
import { type CourseCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { allQuestions } from './questions'
import { placeIn } from './source'

/** The passage must contain every span or blank exactly once in each language, and no unknown ones. */
export const passagePlaces: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) => {
    const { value: key } = question
    if (key?.kind !== 'marking' && key?.kind !== 'completing') return []
    const wanted = placesIn(key)
    return LOCALES.flatMap((locale) => {
      const slots = slotsIn(key.passage[locale])
      const place = placeIn(question, `passage.${locale}`)
      const told = `${question.id}, in ${LANGUAGE_NAME[locale]}`
      return [
        ...wanted
          .filter((id) => slots.filter((slot) => slot === id).length !== 1)
          .map((id) => error(place, `${told}: the passage must have {${id}} once: put it in its place`)),
        ...[...new Set(slots)]
          .filter((slot) => !wanted.includes(slot))
          .map((slot) => error(place, `${told}: {${slot}} is no span or blank of the question: correct the id`)),
      ]
    })
  })

function placesIn(key: Extract<QuestionKey, { passage: unknown }>): string[] {
  return key.kind === 'marking' ? idsOf(key.options) : blanksOf(key).map(({ id }) => id)
}
