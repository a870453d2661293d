/** The setting with the routes of the pages whose templates are checked in every way, as JSON. */
export const TOUCHED_PAGES = 'TEST_TOUCHED_PAGES'
/** The setting with which the tests of the templates open no other ones. */
export const ONLY_TOUCHED_PAGES = 'TEST_ONLY_TOUCHED_PAGES'
