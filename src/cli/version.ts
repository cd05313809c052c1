/** The version of the package; a test compares it with package.json, which start-up need not read. */
export const version = "0.1.0";
