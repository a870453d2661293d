import { afterAct, COSIGNATURE_ACTS, type CosignatureState } from '@/domain/certificate/cosignature'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'

export type AskedOf = {
  id: string
  state: CosignatureState
  offeredAt: Date
  cohort: { name: string; institution: { nameArabic: string; nameLatin: string } }
}
type Props = { asked: readonly AskedOf[]; action: string; locale: Locale; t: Translator }

const ANSWERS = COSIGNATURE_ACTS.filter((act) => act !== 'take-back')
const LOOKS = { accept: 'btn primary', decline: 'btn', withdraw: 'btn danger' } as const

/** The cohorts of others whose certificates the institution was asked to sign too, with what it can answer. */
export function AskedCosignatures({ asked, action, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('face.asked')}</h2>
      <p className="prose">{t('face.askedLead')}</p>
      {asked.length === 0 && <p className="card">{t('face.noneAsked')}</p>}
      {asked.length > 0 && (
        <ul className="plain stack">
          {asked.map(({ id, state, offeredAt, cohort }) => (
            <li key={id} className="card stack-s">
              <p>
                <bdi>{t('cosign.for', { cohort: cohort.name, school: nameIn(cohort.institution, locale) })}</bdi>
              </p>
              <p className="row sm">
                <span className={state === 'accepted' ? 'chip ok' : 'chip'}>{t(`cosign.states.${state}`)}</span>
                <span className="muted">{formatDate(offeredAt, locale)}</span>
              </p>
              <Answers id={id} state={state} action={action} t={t} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Answers({ id, state, action, t }: Pick<AskedOf, 'id' | 'state'> & { action: string; t: Translator }) {
  const open = ANSWERS.filter((act) => afterAct(state, act))
  if (open.length === 0) return null
  return (
    <form method="post" action={action} className="row">
      <input type="hidden" name="cosignature" value={id} />
      {open.map((act) => (
        <button key={act} type="submit" name="act" value={act} className={LOOKS[act]}>
          {t(`cosign.${act}`)}
        </button>
      ))}
    </form>
  )
}
