import type { Locale } from '../../locale'
import { LOCALES } from '../../locale'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn } from './source'

const CATCH_ALL: Readonly<Record<Locale, RegExp>> = {
  ar: /(?:كل|جميع|لا شيء م|ليس أي م)\s*(?:ن\s+)?(?:ما\s+(?:سبق|ذكر|تقدم)|مما\s+سبق|ا\s+سبق|(?:هذه\s+)?(?:الأجوبة|الاختيارات|الاقتراحات))|لا\s+شيء\s+مما/u,
  fr: /(?:toutes?|aucune|les deux) (?:ces |de ces |des |les )?(?:réponses|propositions|options|affirmations)|(?:tout|rien de) ce qui précède|ci-dessus/iu,
  en: /\b(?:all|none|both|neither|any) of (?:the above|these|them|the options)\b/iu,
}

/** “All of the above” tests reading, not law. */
export const catchAllOption: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) =>
    (question.value?.options ?? []).flatMap((option, index) =>
      LOCALES.filter((locale) => 'text' in option && CATCH_ALL[locale].test(option.text[locale])).map((locale) =>
        error(
          placeIn(question, `options.${index}.text.${locale}`),
          `option “${option.id}” of ${question.id} says “all” or “none of the above”: replace it with an answer of its own`,
        ),
      ),
    ),
  )
