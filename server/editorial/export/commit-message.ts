import 'server-only'
import { signedBy } from '@/domain/editorial/signed-by'
import { readScope } from '@/domain/signoff/scope'
import type { AcceptedProposal, StoredSignature } from '../../db/editorial/editorial-export'

/** The git trailer by which an export recognises the commits of its proposals. */
export const PROPOSAL = 'Proposal'
const SIGNATURE = 'Signature'
/** The maximum length of one line. */
const MOST_CHARACTERS = 1_000
const MAIL = /[^\s@<>()]+@[^\s@<>()]+/g

export function signaturesMessage(path: string, written: readonly StoredSignature[], out: readonly StoredSignature[]) {
  const line = (what: string) => (signature: StoredSignature) =>
    `- ${what} ${signature.textId}, ${signature.language}, ${signature.area}: ${oneLine(signedBy(signature), [])}`
  return [
    `Write down who signed in ${path}`,
    [...written.map(line('signed:')), ...out.map(line('no longer signed:'))].join('\n'),
    [...written, ...out].map(({ id }) => `${SIGNATURE}: ${id}`).join('\n'),
  ].join('\n\n')
}

/** The commit message: what each proposal changes, why, and the functions of its author and its accepter, without names. */
export function proposalsMessage(proposals: readonly AcceptedProposal[]): string {
  const told = proposals.map((proposal) => {
    const names = [proposal.proposedBy, proposal.acceptedBy].flatMap((person) =>
      person ? [person.nameArabic, person.nameLatin] : [],
    )
    return [
      `- ${oneLine(proposal.summary, names)}`,
      `  Why: ${oneLine(proposal.reason, names)}`,
      `  Proposed by: ${oneLine(signedBy(proposal), [])}`,
      `  Accepted by: ${oneLine(accepterOf(proposal), [])}`,
    ].join('\n')
  })
  const trailers = proposals.map(({ id }) => `${PROPOSAL}: ${id}`)
  return [`Correct ${proposals[0]?.textId}`, ...told, trailers.join('\n')].join('\n\n')
}

/** Who accepted a proposal, by the function in which she reviewed on that day. */
function accepterOf({ acceptedBy, acceptedAt }: AcceptedProposal): string {
  const held = (acceptedBy?.roles ?? [])
    .filter(({ grantedAt }) => acceptedAt === null || grantedAt <= acceptedAt)
    .toSorted((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime())[0]
  const scope = readScope(held?.scope)
  return scope && held?.signer ? signedBy({ ...scope, signer: held.signer }) : 'a reviewer whose account is gone'
}

/** What shows nothing, or steers a terminal or the direction of a line. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * A text on one line, so that it cannot imitate a trailer, and without control characters, these names and e-mail
 * addresses.
 */
function oneLine(text: string, names: readonly string[]): string {
  const line = text
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .trim()
  const nameless = names
    .map((name) => name.trim())
    .filter((name) => name.length > 2)
    .reduce((left, name) => left.split(name).join('…'), line)
  return nameless.replace(MAIL, '…').slice(0, MOST_CHARACTERS)
}
