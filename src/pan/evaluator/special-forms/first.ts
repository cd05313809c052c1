import { steppingForm } from "./step-through.ts";

export const first = steppingForm(
  "first",
  "Begins an iteration: sets key and value of the first child, false if there is none.",
);
