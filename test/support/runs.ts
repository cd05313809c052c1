/**
 * How much is tried: of costly laws `npm test` takes a few inputs, the first of those that a thorough run takes, as
 * seeds are fixed. CI runs thoroughly.
 */

export const isThorough = process.env["VMCS_TESTS"] === "thorough";

export function runs<Amount>(few: Amount, all: Amount): Amount {
  return isThorough ? all : few;
}
