import type { Locale } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import type { TextKey } from '@/domain/signoff/text-key'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { Text } from '../ui/text'
import type { BlockLabels } from './block-labels'
import { Comparison, type ShownComparison } from './diff-view'
import { type PendingProposal, PendingProposals } from './pending-proposals'
import { ReviewFrame, type ReviewHead } from './review-frame'

type Props = {
  head: ReviewHead
  area: Area
  hash: string
  signer: { signer: string; function: string; body: string }
  /** The day of the law that the text teaches; null if it names none. */
  lawDate: Date | null
  /** Who has signed the same for the same area. */
  others: readonly { id: string; function: string; body: string; signedAt: Date }[]
  seen: string
  textKey: TextKey
  /** What colleagues propose to change in it. */
  proposals: readonly PendingProposal[]
  /** Why she cannot sign: there is then no form. */
  hindered: 'unread' | 'incomplete' | 'proposed' | 'otherArea' | 'signed' | 'scope' | null
  /** What changed since the form was shown, if it was refused for that. */
  changed: ShownComparison | null
  labels: BlockLabels
  state: FormState
  locale: Locale
  t: Translator
}

/** What a signature says, what it does, and the form that gives it. */
export function SignPage(props: Props) {
  const { head, area, hindered, changed, locale, t } = props
  const { language, path } = head
  const values = { language: LANGUAGE_NAMES[language], area: t(`editorial.areas.${area}`) }
  return (
    <ReviewFrame head={head} view={null} locale={locale} t={t}>
      <section className="card stack" aria-labelledby="sign">
        <h2 id="sign">{t('editorial.text.signTitle', values)}</h2>
        <p className="text-declaration">{t(`editorial.text.declarations.${area}`, values)}</p>
        <SignerFacts {...props} />
        <ul>
          <li>{t('editorial.text.effects.shown')}</li>
          <li>{t('editorial.text.effects.falls')}</li>
          <li>{t('editorial.text.effects.withdrawn')}</li>
        </ul>
        <PendingProposals {...props} language={language} />
        {hindered === null ? (
          <SignForm {...props} />
        ) : (
          <>
            <p className="note warn">{t(`editorial.text.hindered.${hindered}`, values)}</p>
            <p>
              <a className="btn" href={href(locale, path)}>
                {t('editorial.text.back')}
              </a>
            </p>
          </>
        )}
      </section>
      {changed && (
        <section className="stack" aria-labelledby="changed">
          <h2 id="changed">{t('editorial.text.changedMeanwhile')}</h2>
          <Comparison
            comparison={changed}
            labels={props.labels}
            before={t('editorial.text.whatYouRead')}
            language={language}
            locale={locale}
            t={t}
          />
        </section>
      )}
    </ReviewFrame>
  )
}

function SignerFacts({ signer, hash, lawDate, others, locale, t }: Props) {
  return (
    <Facts
      facts={[
        { label: t('editorial.text.signs'), value: `${signer.function}, ${signer.body} (${signer.signer})` },
        { label: t('editorial.text.fingerprint'), value: <bdi dir="ltr">{hash.slice(0, 16)}</bdi> },
        ...(lawDate ? [{ label: t('editorial.text.lawOf'), value: formatDate(lawDate, locale) }] : []),
        ...others.map(({ id, function: by, body, signedAt }) => ({
          label: t('editorial.text.alreadySigned'),
          value: (
            <span key={id}>
              <Text>{typeset(`${by}, ${body}`, locale)}</Text> · {formatDate(signedAt, locale)}
            </span>
          ),
        })),
      ]}
    />
  )
}

function SignForm({ head, area, hash, seen, state, locale, t }: Props) {
  return (
    <Form
      id="sign-form"
      action={`${href(locale, `${head.path}/sign?area=${area}`)}#sign-form-problems`}
      fields={[
        { kind: 'hidden', name: 'hash', value: hash },
        { kind: 'hidden', name: 'area', value: area },
        { kind: 'hidden', name: 'seen', value: seen },
        {
          kind: 'tick',
          name: 'understood',
          label: t('editorial.text.tick', { language: LANGUAGE_NAMES[head.language] }),
        },
      ]}
      submit={t('editorial.text.sign')}
      beside={{ href: href(locale, head.path), label: t('editorial.text.cancel') }}
      state={state}
      t={t}
    />
  )
}
