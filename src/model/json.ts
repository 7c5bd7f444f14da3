/** JSON as it may stand in a diagram, a scenario or a save. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
