import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { blockLabels } from '@/components/editorial/block-labels'
import { ProposalPage } from '@/components/editorial/proposal-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { proposalPath } from '@/domain/signoff/text-key'
import { requirePermission } from '@/server/auth/permit'
import { compareInWorker } from '@/server/editorial/checking/in-worker'
import { openText, stateOf } from '@/server/editorial/open-text'
import { decidableAs, mayDecide, openProposal, settleWording } from '@/server/editorial/wordings'
import { headOf, pathOf, reviewStyles } from '../../review-head'
import { readSentDecision } from '../read-decision'

type ProposalContext = Context<'kind' | 'key' | 'lang' | 'proposal'>

/** A proposed wording, and the form with which another person decides on it. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, request }: ProposalContext) => {
    const opened = await openText(caller, params)
    const proposal = await openProposal(opened, params.proposal)
    const target = { text: opened.text.key, proposedBy: proposal.proposedById }
    const permit = request.method === 'POST' ? await requirePermission(caller, 'editorial:decide', target) : null
    return { opened, proposal, permit }
  },
  page: async (context, { opened, proposal }, form) => {
    const { locale, t } = context
    const own = proposal.proposedById === opened.permit.actor.accountId
    const changes = await compareInWorker(proposal.files)
    const main = (
      <ProposalPage
        head={headOf(opened, await stateOf(opened), context)}
        proposal={proposal}
        changes={changes.map(({ path, comparison }) => ({
          path,
          comparison,
          labels: path.endsWith('.md') ? blockLabels(opened.text.blocks, locale, t) : new Map<string, string>(),
        }))}
        decides={mayDecide(opened, proposal) ? decidableAs(proposal.state) : null}
        own={own}
        state={form}
        locale={locale}
        t={t}
      />
    )
    return {
      title: t('editorial.text.proposedWording'),
      main,
      styles: reviewStyles(opened.text.key.kind),
      index: false,
    }
  },
  read: (form, { t }) => readSentDecision(form, t),
  act: async ({ permit, opened, proposal }, decision) => {
    if (!permit) throw new AppError('forbidden', 'no permit')
    const path = proposalPath(opened.text.key, opened.language, proposal.id)
    await settleWording(permit, { id: proposal.id, path }, decision, new Date())
    return {}
  },
  done: (_, { locale }, { opened }) => `${href(locale, pathOf(opened))}?view=history&done=decided`,
})
