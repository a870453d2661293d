export function verdict(value: number | null, mark: { aim: number; floor: number }): string {
  if (value === null) return ''
  if (value <= mark.aim) return 'aim met'
  return value <= mark.floor ? 'floor met' : 'BELOW THE FLOOR'
}
