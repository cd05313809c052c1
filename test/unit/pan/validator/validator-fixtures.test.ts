/** Types, bindings and defaults: what passes, what is refused and how that is said. */
import { compileSuite } from "../../../support/compile-fixtures.ts";

compileSuite("validator");
