import type { Context } from '@/app/http/context'
import { href } from '@/components/shell/paths'

/** The organiser's list, without its language. */
export function listPath({ params }: Pick<Context<'seminar'>, 'params'>): string {
  return `/seminars/${params.seminar}/attendance`
}

/** The list after something was saved. */
export function savedList(context: Pick<Context<'seminar'>, 'params' | 'locale'>): string {
  return href(context.locale, `${listPath(context)}?done=saved`)
}
