import { readCitation } from '../../library/resolve-citation'
import { LOCALES } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { stepsOf } from '../../question/question-texts'
import { plainText } from '../../text/markup'
import { citedInQuestion } from '../citation-uses'
import { type CourseCheck, error, type Found } from './finding'
import { firstForms } from './questions'
import { placeIn, type QuestionSource, type SecondForm } from './source'

/**
 * A second form must ask the same as the question that it follows, in other words: it has the same objective and a
 * provision in common, but no text of any first form. The learner must remember the law, not the wording.
 */
export const secondForm: CourseCheck = (course) => {
  const first = new Map(firstForms(course).map((question) => [question.id, question]))
  const told = new Map(
    [...first.values()].flatMap(({ id, value }) => (value ? textsOf(value).map((text) => [text, id]) : [])),
  )
  return course.second.flatMap((question) => [
    ...followFaults(question, first.get(question.after)),
    ...copied(question, told),
  ])
}

function followFaults(question: SecondForm, followed: QuestionSource | undefined): Found[] {
  const place = placeIn(question, 'after')
  if (!followed) {
    const message = `“${question.after}” under “after:” is no practice or exam question of this course: name the one whose objective ${question.id} shares`
    return [error(place, message)]
  }
  const [key, before] = [question.value, followed.value]
  if (!key || !before) return []
  const found: Found[] = []
  if (key.objective !== before.objective) {
    found.push(
      error(
        placeIn(question, 'objective'),
        `${question.id} follows “${followed.id}”, whose objective is “${before.objective}”: take it, or follow another question`,
      ),
    )
  }
  if (![...provisionsIn(key)].some((provision) => provisionsIn(before).has(provision))) {
    found.push(
      error(
        placeIn(question, 'cites'),
        `${question.id} cites no provision of “${followed.id}”: ask about the same law, or follow another question`,
      ),
    )
  }
  return found
}

/** One finding is enough: the author compares the two questions whole. */
function copied(question: SecondForm, told: ReadonlyMap<string, string>): Found[] {
  const from =
    question.value &&
    textsOf(question.value)
      .map((text) => told.get(text))
      .find(Boolean)
  return from
    ? [error(placeIn(question), `${question.id} repeats a sentence of “${from}”: write it in other words`)]
    : []
}

function provisionsIn(key: QuestionKey): ReadonlySet<string> {
  return new Set(citedInQuestion(key).map((id) => readCitation(id)?.provision ?? id))
}

/** The texts that a learner could recognise. Options are left out, because they may name the same penalty. */
function textsOf(question: QuestionKey): string[] {
  const { stem, explanation, hint, options } = question
  return [
    stem,
    explanation,
    ...(hint ? [hint] : []),
    ...stepsOf(question),
    ...options.map(({ feedback }) => feedback),
  ].flatMap((texts) => LOCALES.map((locale) => `${locale} ${plainText(texts[locale]).trim().toLowerCase()}`))
}
