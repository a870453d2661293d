import { answerForm } from './http/form'

/** @deprecated Export `form` or `formPage` of app/http/form.tsx. */
export function formPage(
  request: Request,
  language: string,
  back: string,
  work: (form: FormData) => Promise<Response>,
  { admit }: { admit?: () => Promise<unknown> } = {},
): Promise<Response> {
  return answerForm(
    request,
    { params: Promise.resolve({ locale: language }) },
    {
      back: () => back,
      permit: () => admit?.(),
      read: (form) => form,
      act: (_, form: FormData) => work(form),
      done: (answer) => answer,
    },
  )
}
