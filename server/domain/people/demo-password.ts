/** Of every demo account; refused outside the demo, at sign-in and when a password is set. */
export const DEMO_PASSWORD = 'huishang-demo'
