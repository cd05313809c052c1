/**
 * How much is tried: of costly laws `npm test` takes a few inputs, the first of those that a thorough run takes, as
 * seeds are fixed. CI runs thoroughly.
 */

const isThorough = process.env["VMCS_TESTS"] === "thorough";

/** Tests that cost more than they tell every time. */
export function thoroughly(define: () => void): void {
  if (isThorough) define();
}

export function runs<Amount>(few: Amount, all: Amount): Amount {
  return isThorough ? all : few;
}
