import 'server-only'
import type { ReviewStated } from '@/domain/certificate/paper'
import type { Course } from '@/domain/course/course'
import { reviewedParts } from '@/domain/course/reviewed-parts'
import type { Locale } from '@/domain/locale'
import { allReviewedOn } from '@/domain/signoff/reviewed'

/** The legal review of a release in the language of an exam. Arabic prevails if that language was not stored. */
export function reviewOf(course: Course, examLanguage: Locale | null): ReviewStated {
  const language = examLanguage ?? 'ar'
  return { language, on: allReviewedOn(reviewedParts(course), 'legal', language) }
}
