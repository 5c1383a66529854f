/** Loaded like a kind, for plugins that sign people in: what writes the Python of it. */
export const signInPart = 'sign-in'
