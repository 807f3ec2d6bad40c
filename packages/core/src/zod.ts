/**
 * zod as core has it: without the languages of its messages but English, which are as much code again. Its types are those
 * of the package `zod`, and so is everything that it makes: schemas of both work together.
 */
export { z } from 'zod';
