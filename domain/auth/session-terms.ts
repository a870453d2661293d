/** How long a session lasts at most. */
export const SESSION_DAYS = 30
/** Staff are signed out after this time without a request … */
export const STAFF_IDLE_MINUTES = 30
/** … and after this time in any case. */
export const STAFF_SESSION_HOURS = 12
/** How long the site remembers a browser in which nobody signs in. */
export const KNOWN_BROWSER_DAYS = 180
