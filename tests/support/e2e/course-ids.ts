export const COURSE = 'fundamentals'
export const CLOSED_COURSE = 'commission'
export const PUBLIC_COURSE = 'awareness'
