import { afterAct, COSIGNATURE_ACTS, type CosignatureState } from '@/domain/certificate/cosignature'
import type { Locale, Localized } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { ErrorSummary } from '../../form/error-summary'
import { type FormState, UNTOUCHED } from '../../form/form-state'

export type AskedOf = {
  id: string
  state: CosignatureState
  offeredAt: Date
  cohort: { name: string; institution: { nameArabic: string; nameLatin: string } }
  /** The courses in order. `addedAt`: null for a course that the cohort had from the start. */
  courses: readonly { courseId: string; title: Localized; addedAt: Date | null }[]
}
type Shared = { action: string; state: FormState; locale: Locale; t: Translator }
type Props = Shared & { asked: readonly AskedOf[] }

const ANSWERS = COSIGNATURE_ACTS.filter((act) => act !== 'take-back')
const LOOKS = { accept: 'btn primary', decline: 'btn', withdraw: 'btn danger' } as const

/** The cohorts of others whose certificates the institution was asked to sign too, with what it can answer. */
export function AskedCosignatures({ asked, ...shared }: Props) {
  const { t } = shared
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('face.asked')}</h2>
      <p className="prose">{t('face.askedLead')}</p>
      {asked.length === 0 && <p className="card">{t('face.noneAsked')}</p>}
      {asked.length > 0 && (
        <ul className="plain stack">
          {asked.map((one) => (
            <AskedOne key={one.id} one={one} {...shared} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AskedOne({ one, ...shared }: Shared & { one: AskedOf }) {
  const { state: sent, locale, t } = shared
  const { id, state, offeredAt, cohort, courses } = one
  const last = newestOf(courses)
  return (
    <li className="card stack-s" id={`${id}-asked`}>
      <ErrorSummary id={id} state={sent.form === id ? sent : UNTOUCHED} t={t} />
      <p>
        <bdi>{t('cosign.for', { cohort: cohort.name, school: nameIn(cohort.institution, locale) })}</bdi>
      </p>
      <p className="row sm">
        <span className={state === 'accepted' ? 'chip ok' : 'chip'}>{t(`cosign.states.${state}`)}</span>
        <span className="muted">{formatDate(offeredAt, locale)}</span>
      </p>
      <div className="stack-s">
        <p id={`${id}-courses`}>{t('cosign.courses')}</p>
        <ul aria-labelledby={`${id}-courses`}>
          {courses.map(({ courseId, title, addedAt }) => (
            <li key={courseId}>
              <bdi>{typeset(title[locale], locale)}</bdi>
              {addedAt && (
                <span className="muted"> ({t('cosign.addedOn', { date: formatDate(addedAt, locale) })})</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      {state === 'offered' && last && last > offeredAt && (
        <p className="note">{t('cosign.again', { date: formatDate(last, locale) })}</p>
      )}
      <Answers one={one} {...shared} />
    </li>
  )
}

/** The time when the last course was added to the cohort; null if none was added after the start. */
function newestOf(courses: AskedOf['courses']): Date | null {
  const added = courses.flatMap(({ addedAt }) => (addedAt ? [addedAt.getTime()] : []))
  return added.length > 0 ? new Date(Math.max(...added)) : null
}

function Answers({ one: { id, state, courses }, action, t }: Pick<Shared, 'action' | 't'> & { one: AskedOf }) {
  const open = ANSWERS.filter((act) => afterAct(state, act))
  if (open.length === 0) return null
  return (
    <form method="post" action={`${action}#${id}-problems`} className="row">
      <input type="hidden" name="cosignature" value={id} />
      {courses.map(({ courseId }) => (
        <input key={courseId} type="hidden" name="course" value={courseId} />
      ))}
      {open.map((act) => (
        <button key={act} type="submit" name="act" value={act} className={LOOKS[act]}>
          {t(`cosign.${act}`)}
        </button>
      ))}
    </form>
  )
}
