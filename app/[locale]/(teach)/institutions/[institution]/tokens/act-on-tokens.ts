import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { TOKEN_NAME_MAX, type TokenOrder, tokenOrderSchema } from '@/domain/api/token'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import type { Translator } from '@/i18n/translator'
import { makeToken, revokeToken } from '@/server/api/tokens'
import type { Permit } from '@/server/auth/permit'

type Typed = Record<string, string>
type TokenAct = { act: 'revoke'; id: string } | { act: 'make'; order: TokenOrder; typed: Typed }

const LABELS = ['name', 'scope', 'cohorts', 'days'] as const

/** What was typed, with the chosen cohorts as one text. */
export function typedToken(form: FormData): Typed {
  return { ...textFields(form, ['id', 'name', 'scope', 'days']), cohorts: chosen(form).join(' ') }
}

function chosen(form: FormData): string[] {
  return form.getAll('cohorts').filter((one) => typeof one === 'string')
}

export function readTokenForm(form: FormData, t: Translator): TokenAct | Refused {
  const revoke = form.get('revoke')
  if (typeof revoke === 'string') return { act: 'revoke', id: revoke }
  const typed = typedToken(form)
  const { data: order, error } = tokenOrderSchema.safeParse({ ...typed, cohorts: chosen(form) })
  if (order) return { act: 'make', order, typed }
  const { id: _, ...problems } = fieldProblems(error)
  const labelOf = (name: string) => t(`apiTokens.fields.${LABELS.find((one) => one === name) ?? 'name'}`)
  return { refused: refuseFields(t, problems, typed, { name: TOKEN_NAME_MAX }, labelOf) }
}

export async function actOnTokens(
  permit: Permit<'institution:integrate'>,
  wanted: TokenAct,
  t: Translator,
): Promise<{ token: string } | 'revoked' | Refused> {
  if (wanted.act === 'revoke') {
    await revokeToken(permit, wanted.id, new Date())
    return 'revoked'
  }
  const made = await makeToken(permit, wanted.order, new Date())
  if (made.status === 'made') return { token: made.token }
  // If the same form is sent again, for example by a reload, no token is made or shown.
  return { refused: refuseForm(t(`apiTokens.problems.${made.status}`), { ...wanted.typed, id: '' }) }
}
