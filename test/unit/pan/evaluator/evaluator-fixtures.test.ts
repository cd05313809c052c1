/** Templates and what they evaluate to: one folder for each statement and topic. */
import { compileSuite } from "../../../support/compile-fixtures.ts";

compileSuite("evaluator");
