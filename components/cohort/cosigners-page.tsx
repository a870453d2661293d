import { type CosignatureState, isOpen } from '@/domain/certificate/cosignature'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { NameIn } from '../ui/name-in'
import { FormFrame } from './cohort-frame'

type Named = { nameArabic: string; nameLatin: string }
type Asked = { id: string; state: CosignatureState; offeredAt: Date; institution: Named }
type Props = {
  cohort: { id: string; name: string }
  asked: readonly Asked[]
  /** The institutions that may still be asked. */
  possible: readonly (Named & { id: string })[]
  state: FormState
  locale: Locale
  t: Translator
}

/** The institutions that sign the certificates of a cohort with the one that runs it. */
export function CosignersPage({ cohort, asked, possible, state, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const action = `${path}/cosigners`
  return (
    <FormFrame
      back={{ href: path, label: <Name>{cohort.name}</Name> }}
      heading={t('cosign.title')}
      lead={<p className="prose">{t('cosign.lead')}</p>}
    >
      {asked.length === 0 && <p className="card">{t('cosign.none')}</p>}
      {asked.length > 0 && (
        <ul className="plain stack">
          {asked.map((one) => (
            <AskedOne key={one.id} one={one} action={action} locale={locale} t={t} />
          ))}
        </ul>
      )}
      <section className="stack" aria-labelledby="ask">
        <h2 id="ask">{t('cosign.ask')}</h2>
        {possible.length === 0 && <p>{t('cosign.nobodyLeft')}</p>}
        {possible.length > 0 && (
          <SectionForm
            id="cosigner"
            action={action}
            fields={[
              {
                kind: 'select',
                name: 'institution',
                label: t('cosign.institution'),
                options: possible.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
                choose: t('fields.choose'),
              },
            ]}
            submit={t('cosign.askButton')}
            state={state}
            t={t}
          />
        )}
      </section>
    </FormFrame>
  )
}

function AskedOne({ one, action, locale, t }: { one: Asked; action: string; locale: Locale; t: Translator }) {
  const { id, state, offeredAt, institution } = one
  return (
    <li className="card stack-s">
      <p>
        <strong>
          <NameIn names={institution} locale={locale} />
        </strong>
      </p>
      <p className="row sm">
        <span className={state === 'accepted' ? 'chip ok' : 'chip'}>{t(`cosign.states.${state}`)}</span>
        <span className="muted">{formatDate(offeredAt, locale)}</span>
      </p>
      {isOpen(state) && (
        <form method="post" action={action}>
          <input type="hidden" name="cosignature" value={id} />
          <button type="submit" className="btn">
            {t(state === 'accepted' ? 'cosign.end' : 'cosign.take-back')}
          </button>
        </form>
      )}
    </li>
  )
}
