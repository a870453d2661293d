import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { SignOnNotice } from '@/domain/sign-on/notice'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

type Names = { nameArabic: string; nameLatin: string }
type Linked = { id: string; institution: Names; linkedAt: Date; lastUsedAt: Date | null; archived: boolean }
export type SchoolAccountsShown = {
  linked: readonly Linked[]
  /** Whether there is an institution of which she can link an account. */
  offered: boolean
  /** Why an account was not linked. */
  notice: SignOnNotice | undefined
}
/** `done`: the sentence that something was just linked or removed. */
type Props = SchoolAccountsShown & { done: string | undefined; locale: Locale; t: Translator }

/** The accounts at institutions with which she signs on here, and those that she can link. */
export function SchoolAccounts({ linked, offered, notice, done, locale, t }: Props) {
  return (
    <>
      {done !== undefined && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {done}
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
            <LinkedAccount key={account.id} account={account} locale={locale} t={t} />
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

function LinkedAccount({ account, locale, t }: { account: Linked; locale: Locale; t: Translator }) {
  const { id, institution, linkedAt, lastUsedAt, archived } = account
  const name = nameIn(institution, locale)
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
      <form method="post" action={href(locale, '/account')}>
        <input type="hidden" name="act" value="school-accounts" />
        <button type="submit" name="identity" value={id} className="btn">
          {t('schoolAccount.mine.unlink')}
          <span className="sr"> {name}</span>
        </button>
      </form>
    </li>
  )
}
