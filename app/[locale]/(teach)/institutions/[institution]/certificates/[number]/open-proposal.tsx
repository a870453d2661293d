import { Facts } from '@/components/ui/facts'
import { decide, type Person, type Targets } from '@/domain/auth/policy'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Proposal } from '@/server/certificate/held'
import { proposalFacts } from './proposal-facts'

type Props = {
  open: Proposal
  decision: Targets['certificate:decide']
  reader: Person
  /** Of the certificate. */
  path: string
  locale: Locale
  t: Translator
}

/** What waits for a second person, and what the reader may do about it. */
export function OpenProposal({ open, decision, reader, path, locale, t }: Props) {
  const hers = open.proposedById === reader.accountId
  // Also where a code is asked for first: the page behind says so.
  const mayDecide = decide(reader, 'certificate:decide', decision) !== 'forbidden'
  return (
    <section className="card stack" aria-labelledby="open">
      <h2 id="open">{t('proposals.open')}</h2>
      <Facts facts={proposalFacts(open, locale, t)} />
      {hers && (
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
      {!hers && !mayDecide && (
        <p className="note">
          {t(decision.holderId === reader.accountId ? 'proposals.own' : 'proposals.teacherDecides')}
        </p>
      )}
    </section>
  )
}
