import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { blockLabels } from '@/components/editorial/block-labels'
import { ProposalPage } from '@/components/editorial/proposal-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { ProposalState } from '@/domain/editorial/proposal'
import { decisionSchema, readDecision, type WordingDecision } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { requirePermission } from '@/server/auth/permit'
import { openText, stateOf } from '@/server/editorial/open-text'
import { withWords } from '@/server/editorial/shown'
import { changesIn, decideWording, mayDecide, openProposal, rejectAfterAcceptance } from '@/server/editorial/wordings'
import { headOf, pathOf, REVIEW_STYLES } from '../../review-head'

type ProposalContext = Context<'kind' | 'key' | 'lang' | 'proposal'>

/** A proposed wording, and what somebody else decides about it. */
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
    const main = (
      <ProposalPage
        head={headOf(opened, await stateOf(opened), context)}
        proposal={proposal}
        changes={changesIn(proposal).map(({ path, comparison }) => ({
          path,
          comparison: withWords(comparison),
          labels: path.endsWith('.md') ? blockLabels(opened.text.blocks, locale, t) : new Map<string, string>(),
        }))}
        decides={mayDecide(opened, proposal) ? decidableAs(proposal.state) : null}
        own={own}
        state={form}
        locale={locale}
        t={t}
      />
    )
    return { title: t('editorial.text.proposedWording'), main, styles: REVIEW_STYLES, index: false }
  },
  read: (form, { t }): WordingDecision | Refused => {
    const typed = readDecision(form)
    const { data, error } = decisionSchema.safeParse(typed)
    if (data) return data
    const { note, ...others } = fieldProblems(error)
    if (!note || Object.keys(others).length > 0) throw new AppError('invalid-input', 'decision')
    return { refused: refuseFields(t, { note }, typed) }
  },
  act: async ({ permit, opened, proposal }, decision) => {
    if (!permit) throw new AppError('forbidden', 'no permit')
    const now = new Date()
    const { decision: decided, answer } = decision
    if (decided === 'reject-accepted') {
      await rejectAfterAcceptance(permit, { id: proposal.id, language: opened.language }, answer ?? '', now)
    } else await decideWording(permit, proposal.id, { accepted: decided === 'accept', answer }, now)
    return {}
  },
  done: (_, { locale }, { opened }) => `${href(locale, pathOf(opened))}?view=history&done=decided`,
})

/** What is accepted may be rejected as long as it is not in the files. */
function decidableAs(state: ProposalState): 'open' | 'accepted' | null {
  if (state === 'open') return 'open'
  return state === 'accepted' || state === 'conflict' ? 'accepted' : null
}
