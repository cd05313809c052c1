import { growingForm } from "./grow-list.ts";

export const append = growingForm(
  "append",
  "Adds the value to the end of the list; without a list, of SELF.",
);
