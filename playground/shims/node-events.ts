/** What xmlbuilder2 takes from Node for its interface of callbacks, which nobody uses here. */
export class EventEmitter {}
