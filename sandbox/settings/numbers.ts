import { z } from 'zod';

/** At least one of something. */
export const count = z.number().int().positive();

/** Milliseconds, seconds or rows, none included. */
export const amount = z.number().int().nonnegative();
