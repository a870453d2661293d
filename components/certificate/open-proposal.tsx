import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Facts } from '../ui/facts'
import type { ShownProposal } from './proposal'
import { proposalFacts } from './proposal-facts'

/** The reader's relation to a certificate and to the proposal about it. */
export type OnProposal = {
  /** She may make a proposal. */
  mayPropose: boolean
  /** She may decide on the proposal. True also if she must give a code first: the next page says so. */
  mayDecide: boolean
  /** She made the proposal. */
  isProposer: boolean
  /** The certificate is hers. */
  isHolder: boolean
}
type Props = {
  open: ShownProposal
  reader: OnProposal
  /** The address of the certificate. */
  path: string
  locale: Locale
  t: Translator
}

/** The proposal that waits for a second person, and the acts that are open to the reader. */
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
