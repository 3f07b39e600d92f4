/** In the order of the page. Apart from the form's schema, whose parser the browser does not need. */
export const OFFICES = ['system-administrator', 'security-administrator', 'audit-administrator'] as const
export type Office = (typeof OFFICES)[number]
