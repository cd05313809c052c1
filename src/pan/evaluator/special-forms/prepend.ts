import { growingForm } from "./grow-list.ts";

export const prepend = growingForm(
  "prepend",
  "Adds the value to the beginning of the list; without a list, of SELF.",
);
