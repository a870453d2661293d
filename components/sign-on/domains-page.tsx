import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { FoldAct } from '../ui/fold-act'
import { isolateLtr } from '../ui/ref'
import { StaffPage } from '../ui/staff-page'

/** What the page says was just done, each with its sentence under `signOnDomains.done`. */
export const DOMAINS_DONE = ['added', 'added-before', 'removed'] as const
export type DomainsDone = (typeof DOMAINS_DONE)[number]

type Owned = { domain: string; addedAt: Date }
type Props = {
  institution: { id: string }
  name: string
  domains: readonly Owned[]
  done: DomainsDone | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The e-mail domains of an institution, for those who say which are its own. */
export function DomainsPage({ institution, name, domains, done, state, locale, t }: Props) {
  const path = `/institutions/${institution.id}`
  const shared = { action: href(locale, `${path}/domains`), locale, t }
  return (
    <StaffPage
      heading={t('signOnDomains.title')}
      lead={t('signOnDomains.lead')}
      crumbs={[{ path, label: name }]}
      locale={locale}
      t={t}
    >
      {done && (
        <p className="note ok" role="status">
          {t(`signOnDomains.done.${done}`)}
        </p>
      )}
      <section className="stack" aria-labelledby="list">
        <h2 id="list">{t('signOnDomains.list')}</h2>
        <List domains={domains} {...shared} />
      </section>
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('signOnDomains.add')}</h2>
        <p className="prose">{t('signOnDomains.addLead')}</p>
        <SectionForm
          id="domain"
          action={shared.action}
          fields={[fieldOf(t)]}
          submit={t('signOnDomains.addButton')}
          state={state}
          t={t}
        />
      </section>
    </StaffPage>
  )
}

function fieldOf(t: Translator): Field {
  const label = t('signOnDomains.domain')
  return { kind: 'text', name: 'domain', label, hint: t('signOnDomains.domainHint'), dir: 'ltr' }
}

type Shared = { action: string; locale: Locale; t: Translator }

function List({ domains, ...shared }: Shared & Pick<Props, 'domains'>) {
  if (domains.length === 0) return <p className="card">{shared.t('signOnDomains.none')}</p>
  return (
    <ul className="plain stack">
      {domains.map((owned) => (
        <Domain key={owned.domain} owned={owned} {...shared} />
      ))}
    </ul>
  )
}

function Domain({ owned: { domain, addedAt }, action, locale, t }: Shared & { owned: Owned }) {
  return (
    <li className="card stack-s">
      <h3>
        <bdi dir="ltr" className="typed">
          {domain}
        </bdi>
      </h3>
      <p className="sm muted">{t('signOnDomains.since', { date: formatDate(addedAt, locale) })}</p>
      <FoldAct
        summary={t('signOnDomains.remove')}
        hint={t('signOnDomains.removeHint')}
        button={t('signOnDomains.removeButton', { domain: isolateLtr(domain) })}
        action={action}
        field={{ name: 'remove', value: domain }}
      />
    </li>
  )
}
