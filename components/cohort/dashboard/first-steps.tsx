import type { Translator } from '@/i18n/translator'
import type { MayWithCohort } from './cohort-actions'

type Props = {
  may: MayWithCohort
  path: string
  t: Translator
}

/** How people come into a cohort that has nobody yet, for who may bring them in. */
export function FirstSteps({ may, path, t }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="steps">
      <h2 id="steps">{t('cohorts.dashboard.steps')}</h2>
      <p>{t('cohorts.dashboard.stepsLead')}</p>
      <p className="row">
        {may.enrol && (
          <a className="btn primary" href={`${path}/import`}>
            {t('cohorts.people.import')}
          </a>
        )}
        <a className="btn" href={`${path}/entry`}>
          {t('cohorts.entry.title')}
        </a>
        <a className="btn" href={`${path}/settings#cohort-tutors`}>
          {t('cohorts.form.setTutors')}
        </a>
        <a className="btn" href={`${path}/settings#deadlines`}>
          {t('cohorts.dashboard.setDeadlines')}
        </a>
      </p>
    </section>
  )
}
