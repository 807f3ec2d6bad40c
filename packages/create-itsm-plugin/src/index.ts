export { type Dialog, openDialog, type Terminal } from './open-dialog.ts';
