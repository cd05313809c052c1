/** Groups of tokens that several files ask about. */

import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

export const assignments = tokenSet([t.Assign, t.AssignDefault]);
/** What follows the name of a field. */
export const presences = tokenSet([t.Colon, t.Question]);
export const numbers = tokenSet([t.LongNumber, t.DoubleNumber]);
export const quotedStrings = tokenSet([t.QuotedString]);

/** The words that begin rules and nothing else; `valid` is Pan's too. */
export const ruleWords = tokenSet([t.Conflict, t.Suggest]);
export const conditionStart = tokenSet([t.QuotedString, t.Not, t.LeftParen]);
export const ruleClauses = tokenSet([t.When, t.Priority, t.Message]);
