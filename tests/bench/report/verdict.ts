import type { Mark } from '../cases'

export function verdict(value: number | null, mark: Pick<Mark, 'aim' | 'floor'> | undefined): string {
  if (value === null || !mark) return ''
  if (value <= mark.aim) return 'aim met'
  return value <= mark.floor ? 'floor met' : 'BELOW THE FLOOR'
}
