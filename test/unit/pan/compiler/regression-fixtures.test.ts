/** What was wrong once, and must never be again. */
import { compileSuite } from "../../../support/compile-fixtures.ts";

compileSuite("regression");
