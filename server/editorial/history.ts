import 'server-only'
import type { HistoryEvent } from '@/domain/editorial/history-event'
import type { Locale } from '@/domain/locale'
import type { OpenedText } from './open-text'
import type { TextState } from './state'

/** The history of a text, the newest first: signatures and withdrawals, sign-offs of the ledger, and proposals. */
export function historyOf({ permit, text }: OpenedText, { signatures, proposals }: TextState): HistoryEvent[] {
  const counts = (one: { hash: string; language: Locale }) => one.hash === text.hashes[one.language]
  const signed = signatures.flatMap((one): HistoryEvent[] => {
    const { id, language, area, hash, signedAt, withdrawnAt, reason } = one
    const of = { language, area, by: { function: one.function, body: one.body } }
    const stands = withdrawnAt === null
    const own = stands && one.accountId === permit.actor.accountId ? id : null
    return [
      { ...of, kind: 'signed', key: id, at: signedAt, hash, counts: stands && counts(one), own },
      ...(withdrawnAt
        ? [{ ...of, kind: 'withdrawn' as const, key: `${id} -`, at: withdrawnAt, reason: reason ?? '' }]
        : []),
    ]
  })
  // An exported signature is also in the ledger; it is shown once.
  const known = new Set(signatures.map(({ language, area, hash }) => `${language} ${area} ${hash}`))
  const ledger = text.signoff
    .filter(({ language, role, hash }) => !known.has(`${language} ${role} ${hash}`))
    .map(
      ({ language, role, hash, date, by }): HistoryEvent => ({
        kind: 'ledger',
        key: `${language} ${role} ${hash} ${date}`,
        at: new Date(date),
        by: null,
        language,
        area: role,
        hash,
        counts: counts({ hash, language }),
        signer: by,
      }),
    )
  const proposed = proposals.map(
    ({ id, summary, state, proposedAt, ...by }): HistoryEvent => ({
      kind: 'proposed',
      key: id,
      id,
      summary,
      state,
      at: proposedAt,
      by: { function: by.function, body: by.body },
    }),
  )
  return [...signed, ...ledger, ...proposed].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
