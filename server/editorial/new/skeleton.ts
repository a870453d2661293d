import 'server-only'
import { stringify } from 'yaml'
import { type LessonHead, localizedOf } from '@/domain/editorial/new-text-forms'
import { LOCALES, type Locale } from '@/domain/locale'

/** The placeholder for text that is still to be written. The checks refuse a lesson that is as short as this. */
const TO_WRITE: Readonly<Record<Locale, string>> = {
  ar: 'يُكتب هنا النص، مع الاستشهاد بالمقتضى.',
  fr: 'Écrire ici le texte, en citant la disposition.',
  en: 'Write the text here, and cite the provision.',
}
const KINDS = ['single', 'true-false', 'multiple'] as const

/** The first text and practice questions of a new lesson, with the same blocks and marks in each language. */
export function lessonSkeleton(head: LessonHead, objective: string): Record<string, string> {
  const ids = KINDS.map((_, place) => `${head.lessonId}-p${place + 1}`)
  const titles = localizedOf(head, 'title')
  const body = (locale: Locale) =>
    [`## ${titles[locale]} {#start}`, TO_WRITE[locale], ...ids.map((id) => `::quiz{id="${id}"}`)].join('\n\n')
  const questions = KINDS.map((kind, place) => questionSkeleton({ kind, id: ids[place] ?? '', objective, head }))
  return {
    ...Object.fromEntries(LOCALES.map((locale) => [`body.${locale}`, body(locale)])),
    practice: stringify(questions, { lineWidth: 0, aliasDuplicateObjects: false }),
  }
}

type Skeleton = { kind: (typeof KINDS)[number]; id: string; objective: string; head: LessonHead }

function questionSkeleton({ kind, id, objective, head }: Skeleton) {
  const empty = { ar: '…', fr: '…', en: '…' }
  const ids = kind === 'true-false' ? ['true', 'false'] : ['a', 'b', 'c']
  return {
    id,
    kind,
    objective,
    stem: empty,
    options: ids.map((option) => ({
      id: option,
      ...(kind !== 'true-false' && { text: empty }),
      feedback: empty,
      cites: [],
    })),
    correct: kind === 'multiple' ? ids.slice(0, 2) : ids.slice(0, 1),
    explanation: empty,
    cites: [],
    reread: `${head.lessonId}#start`,
  }
}
