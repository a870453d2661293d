import { MARKS, type Mark, type MarkedSign } from '@/domain/case/worksheet/worksheet'

export function isMark(value: string): value is Mark {
  return MARKS.some((mark) => mark === value)
}

/** The answered signs of the worksheet, as their fields are now. Those of a group that is not shown do not count. */
export function readSigns(form: HTMLFormElement): MarkedSign[] {
  return [...form.querySelectorAll<HTMLElement>('.sign')].flatMap((field) => {
    const mark = field.querySelector<HTMLInputElement>('input:checked')?.value ?? ''
    if (!isMark(mark) || getComputedStyle(field.closest('.dimension') ?? field).display === 'none') return []
    const text = field.querySelector('legend')?.textContent ?? ''
    const quote = field.querySelector<HTMLInputElement>('.quote')?.value.trim() ?? ''
    return [{ text, mark, quote }]
  })
}
