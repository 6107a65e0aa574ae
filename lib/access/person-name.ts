import { z } from "zod";

export const personName = z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters.");
