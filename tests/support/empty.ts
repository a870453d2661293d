// Stands in for `server-only`, whose one purpose is to throw outside of a server bundle.
export {}
