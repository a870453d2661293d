import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { cohortDays, institutionName } from '@/components/cohort/cohort-words'
import { href } from '@/components/shell/paths'
import { CodeForm } from '@/components/ui/code-form'
import { Name } from '@/components/ui/name'
import { Ref } from '@/components/ui/ref'
import { typeset } from '@/i18n/typography'
import type { Permit } from '@/server/auth/permit'
import { waysIn } from '@/server/cohort/entry/entry-options'

const EXAMPLE = 'XXXX-XXXX'

type Refusal = { problem: 'closed' | 'elsewhere'; typed: string; status: number }

/** Asks for a code, and lists what her address opens. */
export async function startPage(
  { locale, t }: DocumentContext,
  permit: Permit<'cohort:join'>,
  refusal: Refusal | null,
): Promise<DocumentPage> {
  const open = await waysIn(permit, new Date())
  const action = href(locale, '/join')
  const title = t('join.title')
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <h1>{title}</h1>
          <p>{t('join.lead')}</p>
          <CodeForm
            action={action}
            name="code"
            label={t('join.code')}
            hint={t.rich('join.codeHint', { form: () => <Ref key="form">{EXAMPLE}</Ref> })}
            typed={refusal?.typed ?? ''}
            problem={refusal && t(`join.problems.${refusal.problem}`)}
            texts={{ problems: t('errors.title'), submit: t('join.look') }}
          />
        </div>
        <section className="stack" aria-labelledby="open">
          <h2 id="open">{t('join.open')}</h2>
          {open.length === 0 && <p className="muted">{t('join.noneOpen')}</p>}
          <ul className="plain stack">
            {open.map(({ cohort, institution, title: course }) => (
              <li key={cohort.id} className="card stack-s">
                <h3>
                  <a href={`${action}?cohort=${cohort.id}`}>{typeset(course[locale], locale)}</a>
                </h3>
                <p className="sm">
                  <bdi>{institutionName(institution, locale)}</bdi>
                </p>
                <p className="sm muted">
                  <Name>{cohort.name}</Name> · {cohortDays(cohort, locale, t)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
  const wrong = refusal !== null
  return {
    title: wrong ? `${t('fields.errorPrefix')} ${title}` : title,
    main,
    index: false,
    secretAddress: true,
    status: refusal?.status ?? 200,
  }
}

/** Her address says where she belongs: it must be hers first. */
export function unconfirmedPage({ locale, t }: DocumentContext): DocumentPage {
  const title = t('join.title')
  const main = (
    <main id="main" className="wrap page stack narrow">
      <h1>{title}</h1>
      <p className="note warn">
        {t('join.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
      </p>
    </main>
  )
  return { title, main, index: false, secretAddress: true, status: 403 }
}
