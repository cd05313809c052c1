/** The whole machine: the four skeletons, and the hardware that they share. */

import { record, required } from "../shape/shape.ts";
import { hardware } from "./hardware.ts";
import { network } from "./network.ts";
import { software } from "./software.ts";
import { storage } from "./storage.ts";
import { system } from "./system.ts";

export const machine = record({
  hardware: required(hardware, ""),
  network: required(network, ""),
  system: required(system, ""),
  storage: required(storage, ""),
  software: required(software, ""),
});
