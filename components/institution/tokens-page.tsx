import { MOST_TOKENS, TOKEN_DAYS, type TokenState } from '@/domain/api/token'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { formatDate, formatDateTime, formatLooseDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { FoldAct } from '../ui/fold-act'
import { StaffPage } from '../ui/staff-page'

/** Names of the protocol, the same in every language. */
const DOCUMENT = '/api/v1/openapi.json'
const HEADER = 'Authorization: Bearer …'

type Cohort = { id: string; name: string; startsOn: Day; endsOn: Day }
type Token = {
  id: string
  name: string
  ending: string
  allCohorts: boolean
  cohortIds: readonly string[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  state: TokenState
}
type Props = {
  institution: { id: string }
  name: string
  tokens: readonly Token[]
  cohorts: readonly Cohort[]
  /** The id of the next token, made with the form. */
  draft: string
  /** One was revoked just now. */
  revoked: boolean
  state: FormState
  locale: Locale
  t: Translator
}

/** The tokens of an institution, each with a way to revoke it, and a form for one more. */
export function TokensPage({ institution, name, tokens, cohorts, draft, revoked, state, locale, t }: Props) {
  const path = `/institutions/${institution.id}`
  const action = href(locale, `${path}/tokens`)
  const lead = t('apiTokens.lead')
  return (
    <StaffPage heading={t('apiTokens.title')} lead={lead} crumbs={[{ path, label: name }]} locale={locale} t={t}>
      {revoked && (
        <p className="note ok" role="status">
          {t('apiTokens.revoked')}
        </p>
      )}
      <p className="prose">
        {t('apiTokens.document')}{' '}
        <a href={DOCUMENT} dir="ltr">
          {DOCUMENT}
        </a>
      </p>
      {tokens.length === 0 && <p className="card">{t('apiTokens.none')}</p>}
      {tokens.length > 0 && (
        <ul className="plain stack">
          {tokens.map((token) => (
            <OwnToken key={token.id} token={token} cohorts={cohorts} action={action} locale={locale} t={t} />
          ))}
        </ul>
      )}
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('apiTokens.add')}</h2>
        <p className="prose">{t('apiTokens.addLead', { most: MOST_TOKENS })}</p>
        <SectionForm
          id="token"
          action={action}
          fields={fieldsOf({ cohorts, draft, state, locale, t })}
          submit={t('apiTokens.addButton')}
          state={state}
          t={t}
        />
      </section>
    </StaffPage>
  )
}

type OwnProps = { token: Token; cohorts: readonly Cohort[]; action: string; locale: Locale; t: Translator }

function OwnToken({ token, cohorts, action, locale, t }: OwnProps) {
  const { id, name, ending, allCohorts, cohortIds, createdAt, expiresAt, lastUsedAt, state } = token
  const opened = cohorts.filter((cohort) => cohortIds.includes(cohort.id))
  const date = formatDate(expiresAt, locale)
  return (
    <li className="card stack-s">
      <h2 className="h3">
        <bdi>{name}</bdi>
      </h2>
      <Facts
        facts={[
          { label: t('apiTokens.state'), value: t(`apiTokens.states.${state}`, { date }) },
          { label: t('apiTokens.ending'), value: <code dir="ltr">{ending}</code> },
          {
            label: t('apiTokens.fields.scope'),
            value: allCohorts ? t('apiTokens.all') : <CohortNames cohorts={opened} locale={locale} t={t} />,
          },
          { label: t('apiTokens.createdAt'), value: formatDate(createdAt, locale) },
          {
            label: t('apiTokens.lastUsedAt'),
            value: lastUsedAt ? formatDateTime(lastUsedAt, locale) : t('apiTokens.unused'),
          },
        ]}
      />
      {state === 'valid' && (
        <FoldAct
          summary={t('apiTokens.revoke')}
          hint={t('apiTokens.revokeHint')}
          button={t('apiTokens.revokeButton', { name })}
          action={action}
          field={{ name: 'revoke', value: id }}
        />
      )}
    </li>
  )
}

function CohortNames({ cohorts, locale, t }: Pick<OwnProps, 'cohorts' | 'locale' | 't'>) {
  return (
    <ul className="plain">
      {cohorts.map((cohort) => (
        <li key={cohort.id}>
          <bdi>{nameOf(cohort, locale, t)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ name, startsOn, endsOn }: Cohort, locale: Locale, t: Translator): string {
  return t('apiTokens.cohort', { name, start: formatLooseDate(startsOn, locale), end: formatLooseDate(endsOn, locale) })
}

type Form = Pick<Props, 'cohorts' | 'draft' | 'state' | 'locale' | 't'>

function fieldsOf({ cohorts, draft, state: { values }, locale, t }: Form): Field[] {
  const chosen = (values.cohorts ?? '').split(' ')
  const scopes = [
    { value: 'all', label: t('apiTokens.all') },
    { value: 'chosen', label: t('apiTokens.chosen') },
  ]
  const options = cohorts.map((cohort) => ({
    value: cohort.id,
    label: nameOf(cohort, locale, t),
    chosen: chosen.includes(cohort.id),
  }))
  const scope = options.length > 0 ? 'chosen' : 'all'
  const days = TOKEN_DAYS.map((count) => ({ value: String(count), label: t('apiTokens.days', { count }) }))
  return [
    { kind: 'hidden', name: 'id', value: values.id || draft },
    { kind: 'text', name: 'name', label: t('apiTokens.fields.name'), hint: t('apiTokens.nameHint') },
    // The smaller scope is chosen from the start.
    { kind: 'radios', name: 'scope', label: t('apiTokens.fields.scope'), options: scopes, value: scope },
    ...(options.length > 0
      ? [{ kind: 'choices' as const, name: 'cohorts', label: t('apiTokens.fields.cohorts'), options }]
      : []),
    { kind: 'radios', name: 'days', label: t('apiTokens.fields.days'), options: days, value: '90' },
  ]
}

type MadeProps = { institution: { id: string }; name: string; token: string; locale: Locale; t: Translator }

/** A new token, which is shown this once, to be copied. */
export function MadeTokenPage({ institution, name, token, locale, t }: MadeProps) {
  const path = `/institutions/${institution.id}`
  const crumbs = [
    { path, label: name },
    { path: `${path}/tokens`, label: t('apiTokens.title') },
  ]
  return (
    <StaffPage heading={t('apiTokens.made.title')} crumbs={crumbs} locale={locale} t={t}>
      <p className="note warn" role="status">
        {t('apiTokens.made.once')}
      </p>
      <p className="card" dir="ltr">
        <code className="typed">{token}</code>
      </p>
      <p className="prose">{t('apiTokens.made.use')}</p>
      <p className="card" dir="ltr">
        <code>{HEADER}</code>
      </p>
      <p className="row">
        <button type="button" className="btn" hidden data-copy={token} data-copied={t('apiTokens.made.copied')}>
          {t('apiTokens.made.copy')}
        </button>
        <a className="btn primary" href={href(locale, `${path}/tokens`)}>
          {t('apiTokens.made.go')}
        </a>
      </p>
    </StaffPage>
  )
}
