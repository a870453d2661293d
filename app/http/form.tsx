import { WaitingAnswer } from '@/components/exam/waiting-answer'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseCode } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { AppError, type ErrorCode } from '@/domain/errors'
import { isKept } from '@/domain/form/kept-form'
import { questionFields } from '@/domain/question/question-fields'
import { newCaller } from '@/server/auth/caller'
import { expectedError } from '@/server/expected-error'
import type { Upload } from '@/server/file/receive-upload'
import { seeOther, statusOf } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'
import { type Context, contextOf, type RouteProps } from './context'
import type { DocumentPage } from './document-page'
import { askToSignIn, refuseAnother } from './ended-session'
import { askForCode } from './fresh-code'
import { answerPage } from './get-page'
import { readForm } from './read-form'
import { answerError } from './refusal'
import type { Refused } from './refused'
import { remedyFor } from './remedy'
import { respond, respondInstead } from './respond'
import { type Sent, type SentForm, sentForm } from './sent-form'

export type { Refused } from './refused'

type Form<P extends string, Granted, Value, Result> = {
  /** Checked before the form is read. @throws {AppError} if the caller may not send the form */
  permit?: (context: Context<P>) => Granted | Promise<Granted>
  read?: (form: FormData, context: Context<P>, granted: Granted, upload: Upload | null) => Value | Refused
  /**
   * The most bytes of the file that the form sends. It goes to the disk as it arrives and is deleted after the answer.
   * Without this, a file is a field in memory.
   */
  upload?: number
  act: (granted: Granted, value: Value, context: Context<P>) => Promise<Result | Refused>
  /** The redirect target, with its language. A page or a fragment is sent as the answer itself. */
  done: (result: Result, context: Context<P>, granted: Granted) => string | DocumentPage | Response
  /**
   * The page, without its language, to which an error page links back. By default the form's own address, if that is a
   * page.
   */
  back?: (context: Context<P>) => string
  /** If the session has ended meanwhile, the page that asks for the sign-in keeps the answer to a question. */
  keeps?: 'answer'
}
type FormWithPage<P extends string, Granted, Value, Result> = Form<P, Granted, Value, Result> & {
  /** The page that holds the form. */
  page: (context: Context<P>, granted: Granted, state: FormState) => Promise<DocumentPage | Response>
  /**
   * The values to show again if the act throws an error: never a password. If it is missing or returns null, the error
   * is a page of its own.
   */
  typed?: (form: FormData) => Pick<FormState, 'form' | 'values'> | null
}

/**
 * The POST of a form that is on another page. The steps are always permit → read → act → done. An error is a page of
 * its own with its status.
 */
export function form<P extends string, Granted, Value, Result>(spec: Form<P, Granted, Value, Result>) {
  return (request: Request, props: RouteProps<P>): Promise<Response> => answerForm(request, props, spec)
}

/**
 * The GET and the POST of a page with a form. If the form is invalid, or if something prevents the act (a rate limit,
 * an expired link, an unreachable database), the page is shown again with the typed values.
 */
export function formPage<P extends string, Granted, Value, Result>(spec: FormWithPage<P, Granted, Value, Result>) {
  return {
    GET: (request: Request, props: RouteProps<P>): Promise<Response> =>
      answerPage(request, props, async (context) => spec.page(context, await permitted(spec, context), UNTOUCHED)),
    POST: (request: Request, props: RouteProps<P>): Promise<Response> => answerForm(request, props, spec),
  }
}

async function permitted<P extends string, Granted>(
  { permit }: { permit?: (context: Context<P>) => Granted | Promise<Granted> },
  context: Context<P>,
): Promise<Granted> {
  return (await permit?.(context)) as Granted
}

type AnyForm<P extends string, Granted, Value, Result> =
  | Form<P, Granted, Value, Result>
  | FormWithPage<P, Granted, Value, Result>

export async function answerForm<P extends string, Granted, Value, Result>(
  request: Request,
  props: RouteProps<P>,
  spec: AnyForm<P, Granted, Value, Result>,
): Promise<Response> {
  const { context, requireLanguage } = await contextOf(request, props)
  const back = spec.back?.(context) ?? context.path
  try {
    requireLanguage()
    requireSameOrigin(request)
    return await permitAndRun(spec, context, back)
  } catch (error) {
    const waiting = spec.keeps && error instanceof AppError && error.code === 'sign-in-required'
    return (waiting && (await waitingAnswer(context, back))) || answerError(error, context, back)
  }
}

/** Reads the body only if the caller may send it, or to keep it for her. */
async function permitAndRun<P extends string, Granted, Value, Result>(
  spec: AnyForm<P, Granted, Value, Result>,
  context: Context<P>,
  back: string,
): Promise<Response> {
  const sent = sentForm(context.request, spec.upload)
  try {
    return await runOrKeep(spec, sent, context, back)
  } finally {
    await sent.discard()
  }
}

/**
 * If she lacks nothing but a session or a fresh code, the form is kept on the page that asks for it, and is sent with
 * it. The new session may lack a code in turn.
 */
async function runOrKeep<P extends string, Granted, Value, Result>(
  spec: AnyForm<P, Granted, Value, Result>,
  sent: SentForm,
  context: Context<P>,
  back: string,
): Promise<Response> {
  const go = async (by: Context<P>) => {
    const granted = await permitted(spec, by)
    const form = await sent.read(by.caller)
    return form ? run(spec, form, granted, by) : refuseAnother(await sent.fields(), by, back)
  }
  try {
    return await go(context)
  } catch (error) {
    // A new caller is needed, because the old one has cached the session and the age of her last code.
    const anew = { ...context, caller: newCaller() }
    if (lacksSession(error) && waits(spec, context)) {
      const answer = await askToSignIn(sent, context, back)
      if (answer === 'signed-in') return runOrKeep(spec, sent, anew, back)
      if (answer) return answer
    }
    if (!lacksCode(error) || !('page' in spec || isKept(await sent.fields()))) throw error
    const form = await sent.read(context.caller)
    if (!form) return refuseAnother(await sent.fields(), context, back)
    return (await askForCode(form.form, form.code, context)) ?? go(anew)
  }
}

/** A script that asks for a part of a page needs the status; the answer to a question waits on a page of its own. */
function waits({ keeps }: { keeps?: 'answer' }, { request }: Pick<Context, 'request'>): boolean {
  return !keeps && !request.headers.get('x-fragment')
}

function lacksSession(error: unknown): boolean {
  return error instanceof AppError && error.code === 'sign-in-required'
}

function lacksCode(error: unknown): boolean {
  return error instanceof AppError && error.code === 'second-factor-required'
}

async function run<P extends string, Granted, Value, Result>(
  spec: AnyForm<P, Granted, Value, Result>,
  sent: Pick<Sent, 'form' | 'upload'>,
  granted: Granted,
  context: Context<P>,
): Promise<Response> {
  const outcome = await readAndAct(spec, sent, granted, context)
  if (isRefused(outcome)) {
    if (!('page' in spec)) throw new AppError('invalid-input', 'form without a page')
    return giveBack(await spec.page(context, granted, outcome.refused), outcome.status, context)
  }
  const done = spec.done(outcome, context, granted)
  if (typeof done === 'string') return seeOther(done)
  return done instanceof Response ? done : respond(done, context)
}

async function readAndAct<P extends string, Granted, Value, Result>(
  spec: AnyForm<P, Granted, Value, Result>,
  { form, upload }: Pick<Sent, 'form' | 'upload'>,
  granted: Granted,
  context: Context<P>,
): Promise<Result | Refused> {
  try {
    const value = spec.read?.(form, context, granted, upload) as Value | Refused
    return isRefused(value) ? value : await spec.act(granted, value, context)
  } catch (error) {
    const refusal = expectedError(error)
    const typed = 'page' in spec && refusal && isMendable(refusal.code, context) ? spec.typed?.(form) : null
    if (!refusal || !typed) throw refusal ?? error
    return {
      refused: { ...refuseCode(context.t, refusal.code, typed.values), ...typed },
      status: statusOf(refusal.code),
    }
  }
}

/** False if showing the form again would not help, or if another page is the remedy. */
function isMendable(code: ErrorCode, { locale }: Context): boolean {
  return code !== 'forbidden' && code !== 'not-found' && remedyFor(code, locale, '') === null
}

function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}

function giveBack(page: DocumentPage | Response, status = 400, context: Context): Promise<Response> | Response {
  if (page instanceof Response) return page
  return respond({ ...page, title: `${context.t('fields.errorPrefix')} ${page.title}`, status }, context)
}

/** The size limit of an answer to a question. */
const ANSWER_BYTES = 64 * 1024

/** The page that keeps her answer until she has signed in; null if the form holds no answer. */
async function waitingAnswer(context: Context, back: string): Promise<Response | null> {
  const { request, locale, t } = context
  const sent = await readForm(request, ANSWER_BYTES).catch(() => null)
  const fields = sent && questionFields(sent)
  if (!fields) return null
  const signIn = remedyFor('sign-in-required', locale, href(locale, back)) ?? href(locale, back)
  const main = <WaitingAnswer action={new URL(request.url).pathname} fields={fields} signIn={signIn} t={t} />
  const page = { title: t('exam.waiting.title'), main, index: false, status: statusOf('sign-in-required') }
  return respondInstead(page, context, back)
}
