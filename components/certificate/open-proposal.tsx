import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Facts } from '../ui/facts'
import type { ShownProposal } from './proposal'
import { proposalFacts } from './proposal-facts'

/** What the reader is to a certificate and to what is proposed about it. */
export type OnProposal = {
  /** She may ask for something. */
  mayPropose: boolean
  /** She may answer what is asked for; also where a code is asked for first: the page behind says so. */
  mayDecide: boolean
  /** She asked for it. */
  isProposer: boolean
  /** The certificate is hers. */
  isHolder: boolean
}
type Props = {
  open: ShownProposal
  reader: OnProposal
  /** Of the certificate. */
  path: string
  locale: Locale
  t: Translator
}

/** What waits for a second person, and what the reader may do about it. */
export function OpenProposal({ open, reader: { mayDecide, isProposer, isHolder }, path, locale, t }: Props) {
  return (
    <section className="card stack" aria-labelledby="open">
      <h2 id="open">{t('proposals.open')}</h2>
      <Facts facts={proposalFacts(open, locale, t)} />
      {isProposer && (
        <>
          <p className="prose">{t('proposals.yours')}</p>
          <form method="post" action={`${path}/take-back`}>
            <input type="hidden" name="proposal" value={open.id} />
            <button type="submit" className="btn">
              {t('proposals.takeBack')}
            </button>
          </form>
        </>
      )}
      {mayDecide && (
        <p>
          <a className="btn primary" href={`${path}/decide`}>
            {t('proposals.toDecision')}
          </a>
        </p>
      )}
      {!isProposer && !mayDecide && (
        <p className="note">{t(isHolder ? 'proposals.own' : 'proposals.teacherDecides')}</p>
      )}
    </section>
  )
}
