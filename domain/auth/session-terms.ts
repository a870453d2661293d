/** How long a sign-in lasts at most. */
export const SESSION_DAYS = 30
/** Who acts on other people's affairs is signed out after this long without a request … */
export const STAFF_IDLE_MINUTES = 30
/** … and after this long in any case. */
export const STAFF_SESSION_HOURS = 12
/** How long a browser that she has not signed in with is remembered. */
export const KNOWN_BROWSER_DAYS = 180
