import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { withdrawProposal } from '@/server/certificate/propose'
import { heldPath, heldToPropose } from '../held'

export const POST = form({
  back: heldPath,
  permit: heldToPropose,
  read: readProposalId,
  act: ({ permit }, proposal) => withdrawProposal(permit, proposal, new Date()),
  done: (_, context) => href(context.locale, `${heldPath(context)}?done=taken-back`),
})

/** @throws {AppError} invalid-input */
function readProposalId(sent: FormData): string {
  const proposal = readId(sent.get('proposal'))
  if (!proposal) throw new AppError('invalid-input', 'proposal to take back')
  return proposal
}
