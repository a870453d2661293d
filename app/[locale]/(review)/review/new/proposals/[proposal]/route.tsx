import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { CreationPage } from '@/components/editorial/new/creation-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { LOCALES } from '@/domain/locale'
import { reviewPath } from '@/domain/signoff/text-key'
import { requirePermission } from '@/server/auth/permit'
import { compareInWorker } from '@/server/editorial/checking/in-worker'
import { creationPreview, openCreation } from '@/server/editorial/new/new-proposals'
import { decidableAs, mayDecide, settleWording } from '@/server/editorial/wordings'
import { seeOther } from '@/server/respond'
import { readSentDecision } from '../../../[kind]/[key]/[lang]/proposals/read-decision'
import { reviewStyles } from '../../../[kind]/[key]/[lang]/review-head'

type CreationContext = Context<'proposal'>

/** A proposed lesson or translation whose text has no page of its own yet, and the decision of another person. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, request }: CreationContext) => {
    const opened = await openCreation(caller, params.proposal)
    const target = { text: opened.key, proposedBy: opened.proposal.proposedById }
    const permit = request.method === 'POST' ? await requirePermission(caller, 'editorial:decide', target) : null
    return { opened, permit }
  },
  page: async ({ locale, t, query }, { opened }, form) => {
    const { proposal, key, onDesk } = opened
    if (onDesk) return seeOther(href(locale, `${reviewPath(key, locale)}/proposals/${proposal.id}`))
    const changes = await compareInWorker(proposal.files.filter((file) => !isNew(file)))
    const main = (
      <CreationPage
        proposal={proposal}
        files={proposal.files.filter(isNew)}
        changes={changes.map((change) => ({ ...change, labels: new Map<string, string>() }))}
        preview={await creationPreview(opened)}
        previewed={LOCALES.find((each) => each === query.get('preview')) ?? proposal.language ?? locale}
        decides={mayDecide({ permit: opened.permit, text: { key } }, proposal) ? decidableAs(proposal.state) : null}
        own={proposal.proposedById === opened.permit.actor.accountId}
        state={form}
        locale={locale}
        t={t}
      />
    )
    return { title: t('editorial.new.proposal'), main, styles: reviewStyles(key.kind), reviewer: true, index: false }
  },
  read: (form, { t }) => readSentDecision(form, t),
  act: async ({ permit, opened }, decision) => {
    if (!permit) throw new AppError('forbidden', 'no permit')
    const { id } = opened.proposal
    await settleWording(permit, { id, path: `/review/new/proposals/${id}` }, decision, new Date())
    return {}
  },
  done: (_, { locale, params }) => `${href(locale, '/review/new/proposals')}/${params.proposal}`,
})

const isNew = ({ baseHash }: { baseHash: string | null }) => baseHash === null
