import type { AxiosStatic } from 'axios';
import { late } from '../late.ts';

/** Only for what is sent: a preview sends nothing, and axios with its own transport is a hundred files. */
export const axios = late<AxiosStatic>('axios');
