import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { RegradePage } from '@/components/regrade/regrade-page'
import { href } from '@/components/shell/paths'
import { decide } from '@/domain/auth/policy'
import { regradeReportSchema } from '@/domain/cohort/statistics/regrade-report'
import { AppError } from '@/domain/errors'
import type { RegradeDecision } from '@/domain/exam/regrade-decision'
import type { Caller } from '@/server/auth/caller'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { decideRegrade, openRegrade, regradeTarget } from '@/server/exam/regrade-proposals'
import { readReason } from '../../../../institutions/read-reason'
import { doneIn, staffDocument } from '../../../../staff-document'

type Regrade = Context<'regrade'>

/** One proposal to grade exams again; a second person decides on it. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Regrade) => {
    const permit = await requirePermission(caller, 'regrade:propose', {})
    return { permit, ...(await openRegrade(params.regrade)) }
  },
  page: (context: Regrade, opened, state) => regradePage(context, opened, state),
  read: readAnswer,
  act: async ({ permit, proposal }, answer) => {
    const target = await regradeTarget(permit, proposal)
    return decideRegrade(permitFor(permit.actor, 'regrade:decide', target), { id: proposal.id, ...answer }, new Date())
  },
  done: (_, { locale, params }) => href(locale, `/desk/platform/regrades/${params.regrade}?done=answered`),
})

type Opened = Awaited<ReturnType<typeof openRegrade>> & { permit: Awaited<ReturnType<typeof readPermit>> }
const readPermit = (caller: Caller) => requirePermission(caller, 'regrade:propose', {})

async function regradePage({ locale, t, query }: Regrade, { permit, ...opened }: Opened, state: FormState) {
  const target = await regradeTarget(permit, opened.proposal)
  const may = {
    decide: decide(permit.actor, 'regrade:decide', target) !== 'forbidden',
    takeBack: opened.proposal.proposedById === permit.actor.accountId,
  }
  const effect = regradeReportSchema.parse(opened.proposal.effect)
  const main = (
    <RegradePage {...opened} effect={effect} may={may} state={state} done={doneIn(query)} locale={locale} t={t} />
  )
  return staffDocument(t('regrade.one'), main)
}

/** @throws {AppError} invalid-input */
function readAnswer(form: FormData, context: Regrade): { decision: RegradeDecision; reason: string | null } | Refused {
  if (form.get('proposal') !== context.params.regrade) throw new AppError('invalid-input', 'another proposal')
  if (form.get('answer') === 'accepted') return { decision: 'accepted', reason: null }
  if (form.get('answer') !== 'refused') throw new AppError('invalid-input', 'answer to a proposal')
  const why = readReason(form, context)
  return 'refused' in why ? why : { decision: 'refused', ...why }
}
