import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { textFields } from '@/domain/form/form-fields'
import { SURVEY_KINDS, type SurveyKind } from '@/domain/survey/survey'
import type { Translator } from '@/i18n/translator'

type About = { seminarId: string } | { courseId: string }

/** The kind of a new survey. */
export function readNewSurvey(form: FormData, t: Translator): { kind: SurveyKind } | Refused {
  const { kind: typed } = textFields(form, ['kind'])
  const kind = SURVEY_KINDS.find((one) => one === typed)
  return kind ? { kind } : { refused: refuseFields(t, { kind: 'choose' }, { kind: typed }) }
}

/** The kind of a new survey, with its seminar or course. */
export function readSurveyAbout(form: FormData, t: Translator): { kind: SurveyKind; about: About } | Refused {
  const read = readNewSurvey(form, t)
  if ('refused' in read) return read
  const { surveyAbout } = textFields(form, ['surveyAbout'])
  const [, what, id] = /^(course|seminar):(.+)$/.exec(surveyAbout) ?? []
  if (id === undefined) return { refused: refuseFields(t, { surveyAbout: 'choose' }, { ...read, surveyAbout }) }
  return { ...read, about: what === 'seminar' ? { seminarId: id } : { courseId: id } }
}
