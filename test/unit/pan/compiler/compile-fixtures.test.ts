/** Many profiles at once: references between them, what they share, and counts of the work done. */
import { compileSuite } from "../../../support/compile-fixtures.ts";

compileSuite("compile");
