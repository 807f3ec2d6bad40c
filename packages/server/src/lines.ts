// What a program prints that serves nothing: no HTTP and no console is loaded for it.
export { changeLine } from './api/lines/change-line.ts';
export { deliveryLine } from './api/lines/delivery-line.ts';
export { dryRunLine } from './api/lines/dry-run-line.ts';
export { laneLine } from './api/lines/lane-line.ts';
export { recordLine } from './api/lines/record-line.ts';
