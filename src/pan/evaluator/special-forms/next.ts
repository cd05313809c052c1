import { steppingForm } from "./step-through.ts";

export const next = steppingForm(
  "next",
  "Goes on with an iteration: sets key and value of the next child, false if there is none.",
);
