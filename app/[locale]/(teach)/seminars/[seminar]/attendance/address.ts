import type { Context } from '@/app/http/context'
import { href } from '@/components/shell/paths'

/** The address of the organiser's attendance list, without its language. */
export function listPath({ params }: Pick<Context<'seminar'>, 'params'>): string {
  return `/seminars/${params.seminar}/attendance`
}

/** The address of the list with the notice that something was saved. */
export function savedList(context: Pick<Context<'seminar'>, 'params' | 'locale'>): string {
  return href(context.locale, `${listPath(context)}?done=saved`)
}
