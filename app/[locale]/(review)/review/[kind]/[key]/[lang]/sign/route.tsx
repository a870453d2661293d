import { formPage, type Refused } from '@/app/http/form'
import { blockLabels } from '@/components/editorial/block-labels'
import { SignPage } from '@/components/editorial/sign-page'
import type { FormState } from '@/components/form/form-state'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { TextComparison } from '@/domain/editorial/compare-texts'
import { mayStillChange } from '@/domain/editorial/proposal'
import { readSigned, type Signed, signSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { AREAS, type Area } from '@/domain/signoff/scope'
import { type OpenedText, openTextToWrite, reviewerOf, stateOf } from '@/server/editorial/open-text'
import { withWords } from '@/server/editorial/shown'
import {
  currentSignatures,
  hindranceTo,
  permitToSign,
  type SignRefusal,
  seenIn,
  signText,
} from '@/server/editorial/sign-text'
import { headOf, pathOf, type ReviewContext, reviewStyles } from '../review-head'

type Granted = { opened: OpenedText; area: Area; permit: Awaited<ReturnType<typeof permitToSign>> | null }

/** What changed since the form was shown, for the page that refuses it. */
const CHANGES = new WeakMap<FormState, TextComparison>()

/** The page on which a text is signed. Only sending the form requires a second factor, given in the last 15 minutes. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query, request }: ReviewContext): Promise<Granted> => {
    const { opened } = await openTextToWrite(caller, params)
    const area = AREAS.find((one) => one === query.get('area'))
    if (!area) throw new AppError('not-found', 'area')
    return { opened, area, permit: request.method === 'POST' ? await permitToSign(caller, opened, area) : null }
  },
  page: async (context, granted, form) => {
    const { t } = context
    const main = await signMain(context, granted, form)
    return { title: t('editorial.text.sign'), main, styles: reviewStyles(granted.opened.text.key.kind), index: false }
  },
  read: (form, { t }): Signed | Refused => {
    const typed = readSigned(form)
    const { data, error } = signSchema.safeParse(typed)
    if (data) return data
    const { understood, ...others } = fieldProblems(error)
    if (!understood || Object.keys(others).length > 0) throw new AppError('invalid-input', 'signature')
    return { refused: refuseFields(t, { understood }, {}) }
  },
  act: async ({ permit }, signed, { t }) => {
    if (!permit) throw new AppError('forbidden', 'no permit')
    const refusal = await signText(permit, signed, new Date())
    return refusal ? refused(refusal, t) : {}
  },
  done: (_, { locale }, { opened }) => `${href(locale, pathOf(opened))}?view=history&done=signed`,
})

function refused(refusal: SignRefusal, t: ReviewContext['t']): Refused {
  const by = refusal.why === 'seconded' ? `${refusal.by.function}, ${refusal.by.body}` : ''
  const form = refuseForm(t(`editorial.text.refusals.${refusal.why}`, { by }), {})
  if (refusal.why === 'changed' && refusal.comparison) CHANGES.set(form, refusal.comparison)
  return { refused: form, status: 409 }
}

async function signMain(context: ReviewContext, { opened, area }: Granted, form: FormState) {
  const { locale, t } = context
  const { permit, text, language } = opened
  const state = await stateOf(opened)
  const hash = text.hashes[language]
  const changed = CHANGES.get(form)
  const others = currentSignatures(state.signatures, { language, area, hash })
  const { scope, signer } = reviewerOf(permit.actor)
  return (
    <SignPage
      head={headOf(opened, state, context)}
      area={area}
      hash={hash}
      signer={{ signer, function: scope.function, body: scope.body }}
      lawDate={text.lawDate === null ? null : new Date(text.lawDate)}
      others={others.filter(({ accountId }) => accountId !== permit.actor.accountId)}
      seen={seenIn(others)}
      textKey={text.key}
      proposals={mayStillChange(state.proposals, language)}
      hindered={hindranceTo(opened, state, area)}
      changed={changed ? withWords(changed) : null}
      labels={blockLabels(text.blocks, locale, t)}
      state={form}
      locale={locale}
      t={t}
    />
  )
}
