import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { textFields } from '@/domain/form/form-fields'
import { SURVEY_KINDS, type SurveyKind } from '@/domain/survey/survey'
import type { Translator } from '@/i18n/translator'

/** The kind of a new survey, and its course where one is chosen. */
export function readNewSurvey(
  form: FormData,
  t: Translator,
  asksCourse: boolean,
): { kind: SurveyKind; courseId: string } | Refused {
  const { kind: typed, course } = textFields(form, ['kind', 'course'])
  const kind = SURVEY_KINDS.find((one) => one === typed)
  if (asksCourse && course === '') return { refused: refuseFields(t, { course: 'choose' }, { kind: typed, course }) }
  return kind ? { kind, courseId: course } : { refused: refuseFields(t, { kind: 'choose' }, { kind: typed, course }) }
}
