import type { BareFace, FirstStep, StepState } from '@/domain/cohort/first-steps'
import type { Translator } from '@/i18n/translator'

/** `bare`: what is still missing on the certificates of the cohort; null if nothing is. */
export type Steps = { steps: readonly StepState[]; bare: BareFace | null }
type Props = Steps & {
  /** Address of the cohort's page. */
  path: string
  /** Address of the page on which the institution sets its logo and signatories. */
  face: string
  t: Translator
}

/** The steps that make a new cohort ready; shown until all are done or somebody dismisses them. */
export function FirstSteps({ steps, bare, path, face, t }: Props) {
  const ways: Record<FirstStep, { href: string; label: string }[]> = {
    people: [
      { href: `${path}/import`, label: t('cohorts.people.import') },
      { href: `${path}/people/new`, label: t('cohorts.people.add') },
      { href: `${path}/entry`, label: t('cohorts.entry.title') },
    ],
    tutors: [{ href: `${path}/settings#cohort-tutors`, label: t('cohorts.form.setTutors') }],
    deadlines: [{ href: `${path}/settings#deadlines`, label: t('cohorts.dashboard.setDeadlines') }],
    tests: [{ href: `${path}/learning?part=gain`, label: t('cohorts.steps.testsDo') }],
    face: [{ href: face, label: t('cohorts.steps.faceDo') }],
  }
  return (
    <section className="card stack-s" aria-labelledby="steps">
      <h2 id="steps">{t('cohorts.dashboard.steps')}</h2>
      <ul className="plain to-do beside">
        {steps.map(({ step, done }) => (
          <li key={step}>
            <div>
              <p>{t(`cohorts.steps.${step}`)}</p>
              {!done && <p className="xs muted">{noteOf(step, bare, t)}</p>}
            </div>
            {done ? <span className="chip ok">{t('cohorts.steps.done')}</span> : <Ways ways={ways[step]} />}
          </li>
        ))}
      </ul>
      <form method="post" action={`${path}/steps`}>
        <button type="submit" className="btn">
          {t('cohorts.steps.end')}
        </button>
      </form>
    </section>
  )
}

function Ways({ ways }: { ways: readonly { href: string; label: string }[] }) {
  return (
    <span className="acts">
      {ways.map(({ href, label }) => (
        <a key={href} className="btn" href={href}>
          {label}
        </a>
      ))}
    </span>
  )
}

function noteOf(step: FirstStep, bare: BareFace | null, t: Translator): string {
  return step === 'face' ? t(`cohorts.steps.bare.${bare ?? 'no-face'}`) : t(`cohorts.steps.notes.${step}`)
}
