import { LOCALES, type Locale } from '../../locale'
import { type CoursesCheck, error } from './finding'
import type { CourseSource, LessonSource, Place } from './source'

/** A sentence of up to this many words may be repeated: « Ce point reste à vérifier. » */
const SHORT = 8

type Sentence = Place & { lesson: string; locale: Locale; words: string }

/** No sentence may occur in two lessons, of any course. */
export const repeatedSentence: CoursesCheck = (courses) => {
  const first = new Map<string, Sentence>()
  return sentencesOf(courses).flatMap((sentence) => {
    const key = `${sentence.locale} ${sentence.words}`
    const before = first.get(key)
    if (!before) first.set(key, sentence)
    return before && before.lesson !== sentence.lesson
      ? [
          error(
            sentence,
            `“${start(sentence.words)}…” stands in ${before.path}:${before.line} already: say it here in other words, or leave it out`,
          ),
        ]
      : []
  })
}

function sentencesOf(courses: readonly CourseSource[]): Sentence[] {
  const lessons = courses.flatMap((course) => course.lessons)
  return lessons.flatMap((lesson) => LOCALES.flatMap((locale) => sentencesIn(lesson, locale)))
}

function sentencesIn({ path: lesson, prose }: LessonSource, locale: Locale): Sentence[] {
  // A table cell without a full stop is only a name, of an authority or a provision.
  const passages = (prose[locale]?.passages ?? []).filter(({ text, inTable }) => !inTable || /[.!?؟]$/.test(text))
  return passages.flatMap(({ text, path, line }) =>
    text
      .split(/(?<=[.!?؟…])\s+/u)
      .map(normal)
      .filter((words) => words.split(' ').length > SHORT)
      .map((words) => ({ path, line, lesson, locale, words })),
  )
}

/** The sentence's words only: without case, punctuation, vowel signs and the Arabic stretch. */
function normal(sentence: string): string {
  return sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function start(words: string): string {
  return words.split(' ').slice(0, SHORT).join(' ')
}
