import { MERGE_COUNTS, type MergeCounts, type MergeRefusal } from '@/domain/account/merge'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { passkeyField } from '../form/passkey-field'
import { href } from '../shell/paths'
import { isolateLtr } from '../ui/ref'

type Shared = {
  /** The address of the account that stays. */
  email: string
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks for the proof that another account is hers too. */
export function MergePage({ email, done, state, locale, t }: Shared & { done: 'sent' | 'merged' | null }) {
  return (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <p>
          <a href={href(locale, '/account')}>{t('merge.back')}</a>
        </p>
        <h1>{t('merge.title')}</h1>
        {done && (
          <p className="note ok" role="status">
            {t(`merge.done.${done}`)}
          </p>
        )}
        <p className="lead">{t('merge.lead', { email: isolateLtr(email) })}</p>
        <p>{t('merge.firstLead')}</p>
      </div>
      <Form
        id="other"
        action={`${href(locale, '/account/merge')}#other-problems`}
        fields={[
          { kind: 'hidden', name: 'act', value: 'prove' },
          { kind: 'email', name: 'email', label: t('merge.otherEmail') },
          { kind: 'password', name: 'password', label: t('merge.otherPassword'), autoComplete: 'current-password' },
          { kind: 'code', name: 'code', label: t('merge.otherCode'), hint: t('merge.otherCodeHint'), optional: true },
          passkeyField('prove-other', t),
        ]}
        submit={t('merge.look')}
        state={state}
        t={t}
      />
    </main>
  )
}

type PreviewProps = Shared & {
  /** The address of the account that goes. */
  other: string
  counts: MergeCounts
  refusals: readonly { because: MergeRefusal; course: string }[]
  token: string
}

const RULES = ['attempts', 'progress', 'once', 'stays', 'identity', 'ends', 'letter'] as const

/** Says what uniting the accounts would do, and asks for the password of the one that stays; or says why it cannot be. */
export function MergePreviewPage(props: PreviewProps) {
  const { email, other, refusals, locale, t } = props
  return (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <p>
          <a href={href(locale, '/account/merge')}>{t('merge.title')}</a>
        </p>
        <h1>{t(refusals.length > 0 ? 'merge.refused' : 'merge.will')}</h1>
        <dl className="stated">
          <div>
            <dt>{t('merge.kept')}</dt>
            <dd>
              <bdi className="email">{email}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('merge.gone')}</dt>
            <dd>
              <bdi className="email">{other}</bdi>
            </dd>
          </div>
        </dl>
      </div>
      {refusals.length > 0 ? <Refusals refusals={refusals} t={t} /> : <Consequences {...props} />}
    </main>
  )
}

function Refusals({ refusals, t }: Pick<PreviewProps, 'refusals' | 't'>) {
  return (
    <ul className="note warn stack-s">
      {refusals.map(({ because, course }) => (
        <li key={because + course}>{t(`merge.because.${because}`, { course })}</li>
      ))}
    </ul>
  )
}

function Consequences({ counts, token, state, locale, t }: PreviewProps) {
  const held = MERGE_COUNTS.filter((each) => counts[each] > 0)
  return (
    <>
      <section className="stack" aria-labelledby="moves">
        <h2 id="moves">{t('merge.moves')}</h2>
        {held.length === 0 ? (
          <p>{t('merge.nothing')}</p>
        ) : (
          <ul>
            {held.map((each) => (
              <li key={each}>{t(`merge.counts.${each}`, { count: formatNumber(counts[each], locale) })}</li>
            ))}
          </ul>
        )}
      </section>
      <section className="stack" aria-labelledby="rules">
        <h2 id="rules">{t('merge.rules')}</h2>
        <ul>
          {RULES.map((rule) => (
            <li key={rule}>{t(`merge.rule.${rule}`)}</li>
          ))}
        </ul>
      </section>
      <Form
        id="unite"
        action={`${href(locale, '/account/merge')}#unite-problems`}
        fields={[
          { kind: 'hidden', name: 'act', value: 'merge' },
          { kind: 'hidden', name: 'token', value: token },
          { kind: 'password', name: 'current', label: t('merge.own'), autoComplete: 'current-password' },
          { kind: 'tick', name: 'understood', label: t('merge.understood') },
        ]}
        submit={t('merge.button')}
        look="danger"
        state={state}
        t={t}
      />
    </>
  )
}
