import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { SignOnNotice } from '@/domain/sign-on/notice'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { currentPasswordField } from '../ui/form-fields'

type Names = { nameArabic: string; nameLatin: string }
type Linked = { id: string; institution: Names; linkedAt: Date; lastUsedAt: Date | null; archived: boolean }
export type SchoolAccountsShown = {
  linked: readonly Linked[]
  /** Whether there is an institution of which she can link an account. */
  offered: boolean
  /** Why an account was not linked. */
  notice: SignOnNotice | undefined
}
/** `state`: of the form that removes a link. Its sentence also says that something was just linked. */
type Props = SchoolAccountsShown & { action: string; state: FormState | undefined; locale: Locale; t: Translator }

/** The accounts at institutions with which she signs on here, and those that she can link. */
export function SchoolAccounts({ linked, offered, notice, locale, ...form }: Props) {
  const { state, t } = form
  return (
    <>
      {state?.done !== undefined && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {state.done}
        </p>
      )}
      {notice && (
        <p className="note warn" role="status" tabIndex={-1} data-outcome="">
          {t(`schoolAccount.notices.${notice}`)}
        </p>
      )}
      <p>
        {t('schoolAccount.mine.lead')} <a href={href(locale, '/reset-password')}>{t('account.forgot')}</a>
      </p>
      {linked.length > 0 && (
        <ul className="plain people-list card">
          {linked.map((account) => (
            <LinkedAccount key={account.id} {...form} account={account} locale={locale} />
          ))}
        </ul>
      )}
      {offered && (
        <p>
          <a className="btn" href={href(locale, '/sign-in/school?link=yes')}>
            {t('schoolAccount.mine.link')}
          </a>
        </p>
      )}
    </>
  )
}

type LinkedProps = Pick<Props, 'action' | 'state' | 'locale' | 't'> & { account: Linked }

function LinkedAccount({ account, locale, ...form }: LinkedProps) {
  const { id, institution, linkedAt, lastUsedAt, archived } = account
  const { state, t } = form
  const name = nameIn(institution, locale)
  // Only its own form comes back with the error.
  const refused = state?.values.identity === id ? state : undefined
  return (
    <li className="audit-entry stack-s">
      <div className="stack-s">
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </p>
        <ul className="facts sm muted">
          <li>{t('schoolAccount.mine.since', { date: formatDateTime(linkedAt, locale) })}</li>
          {lastUsedAt && <li>{t('schoolAccount.mine.lastUsed', { date: formatDateTime(lastUsedAt, locale) })}</li>}
          {archived && <li>{t('schoolAccount.mine.archived')}</li>}
        </ul>
      </div>
      <details open={refused !== undefined}>
        <summary>
          {t('schoolAccount.mine.unlink')}
          <span className="sr"> {name}</span>
        </summary>
        <SectionForm
          {...form}
          id={`unlink-${id}`}
          fields={[
            { kind: 'hidden', name: 'act', value: 'school-accounts' },
            { kind: 'hidden', name: 'identity', value: id },
            currentPasswordField(t, 'current'),
          ]}
          state={refused}
          submit={t('schoolAccount.mine.unlink')}
          look="plain"
        />
      </details>
    </li>
  )
}
