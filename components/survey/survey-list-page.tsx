import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import { SURVEY_KINDS, type SurveyKind, type SurveyState } from '@/domain/survey/survey'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { type Subject, stateText, subjectName } from './survey-words'

export type SurveyItem = {
  id: string
  institutionId: string
  kind: SurveyKind
  titles: Localized
  subject: Subject
  state: SurveyState
  late: boolean
  opensOn: string | null
  closesAt: Date | null
}
/** The possible subjects of a survey that is not about a cohort. */
type Subjects = {
  courses: readonly { courseId: string; title: Localized }[]
  seminars: readonly { id: string; titles: Partial<Localized> }[]
}
type Props = {
  back: { href: string; label: ReactNode }
  heading: ReactNode
  lead: string
  surveys: readonly SurveyItem[]
  /** The form for a new survey, with the subject chosen at first; null for a reader who may not create one. */
  create: { action: string; subjects: Subjects | null; chosen?: string } | null
  done: 'deleted' | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The surveys of a cohort or of an institution, and the form that creates one. */
export function SurveyListPage({ back, heading, lead, surveys, create, done, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <p className="sm">
          <a href={back.href}>{back.label}</a>
        </p>
        <h1>{heading}</h1>
        {done && (
          <p className="note ok" role="status">
            {t(`surveys.done.${done}`)}
          </p>
        )}
        <p className="prose">{lead}</p>
      </div>
      {surveys.length === 0 ? (
        <p className="muted">{t('surveys.none')}</p>
      ) : (
        <Surveys surveys={surveys} locale={locale} t={t} />
      )}
      {create && (
        <section className="stack" aria-labelledby="new-survey">
          <h2 id="new-survey">{t('surveys.new')}</h2>
          <SectionForm
            id="new"
            action={create.action}
            fields={newFields(create, locale, t)}
            submit={t('surveys.create')}
            state={state}
            t={t}
          />
        </section>
      )}
    </main>
  )
}

function Surveys({ surveys, locale, t }: Pick<Props, 'surveys' | 'locale' | 't'>) {
  const headings = [t('surveys.survey'), t('surveys.about'), t('surveys.state')] as const
  return (
    <CardTable caption={t('surveys.title')} headings={headings}>
      {surveys.map((survey) => (
        <tr key={survey.id}>
          <th scope="row">
            <a href={href(locale, `/institutions/${survey.institutionId}/surveys/${survey.id}`)}>
              {typeset(survey.titles[locale], locale)}
            </a>
          </th>
          <td data-label={headings[1]}>
            <bdi>{subjectName(survey.subject, locale) ?? '—'}</bdi>
          </td>
          <td data-label={headings[2]}>{stateText(survey, locale, t)}</td>
        </tr>
      ))}
    </CardTable>
  )
}

function newFields({ subjects, chosen }: NonNullable<Props['create']>, locale: Locale, t: Translator): Field[] {
  const kind: Field = {
    kind: 'radios',
    name: 'kind',
    label: t('surveys.kind'),
    options: SURVEY_KINDS.map((value) => ({ value, label: t(`surveys.kinds.${value}`) })),
    value: SURVEY_KINDS[0],
  }
  if (subjects === null) return [kind]
  const courses = subjects.courses.map(({ courseId, title }) => ({
    value: `course:${courseId}`,
    label: t('surveys.aboutCourse', { title: typeset(title[locale], locale) }),
  }))
  const seminars = subjects.seminars.map(({ id, titles }) => ({
    value: `seminar:${id}`,
    label: t('surveys.aboutSeminar', { title: subjectName({ titles }, locale) ?? '' }),
  }))
  const options = [...courses, ...seminars]
  const about: Field = {
    kind: 'select',
    name: 'surveyAbout',
    label: t('fields.surveyAbout'),
    options,
    choose: t('fields.choose'),
    ...(chosen !== undefined && { value: chosen }),
  }
  return [about, kind]
}
