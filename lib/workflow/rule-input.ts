import { z } from "zod";
import { compareAmounts, isAmount, isNegative, toAmount } from "@/lib/core/money";

/** More than anybody reads from top to bottom. */
const MOST_RULES = 200;
const MOST_STEPS = 20;
const MOST_VALUES = 500;

/** As people type it: "2,500", "$2500.00". */
export const typedAmount = z
  .string()
  .transform((text) => text.replace(/[$,\s]/g, ""))
  .refine((text) => isAmount(text) && !isNegative(text), { message: "Enter an amount such as 2500.00." })
  .transform((text) => toAmount(text));

/** A condition that is there names something: an empty one would make the rule fit every bill. */
const oneOf = (what: string) =>
  z
    .array(z.uuid())
    .min(1, `Choose ${what}, or remove the condition.`)
    .max(MOST_VALUES, `Choose at most ${MOST_VALUES}.`)
    .transform((ids) => [...new Set(ids)])
    .optional();

const when = z
  .object({
    totalAtLeast: typedAmount.optional(),
    totalBelow: typedAmount.optional(),
    vendorIds: oneOf("a vendor"),
    accountIds: oneOf("an account"),
    itemIds: oneOf("an item"),
    classIds: oneOf("a class"),
    customerIds: oneOf("a customer:job"),
    enteredBy: oneOf("a person"),
  })
  .superRefine(({ totalAtLeast, totalBelow }, context) => {
    if (totalBelow === undefined) return;
    const isOver = compareAmounts(totalBelow, totalAtLeast ?? "0.00") > 0;
    if (!isOver) {
      const message =
        totalAtLeast === undefined
          ? "Enter an amount over 0."
          : "This must be more than the amount that the bill has at least.";
      context.addIssue({ code: "custom", path: ["totalBelow"], message });
    }
  });

const ids = z
  .array(z.uuid())
  .max(MOST_VALUES)
  .default([])
  .transform((given) => [...new Set(given)]);

const step = z
  .object({
    approverIds: ids,
    groupIds: ids,
    need: z.enum(["any", "all"]),
    parallel: z.boolean().default(false),
  })
  .refine(({ approverIds, groupIds }) => approverIds.length + groupIds.length > 0, {
    message: "Choose at least one person or group.",
  });

/** The rules as the editor sends them; a path of an error is "rules.0.steps.1". */
export const rulesInput = z
  .array(
    z.object({
      name: z.string().trim().min(1, "Give the rule a name.").max(80, "Use at most 80 characters."),
      when,
      effect: z.enum(["add", "replace"]),
      steps: z
        .array(step)
        .min(1, "Add a step: somebody has to be asked.")
        .max(MOST_STEPS, `Use at most ${MOST_STEPS} steps.`),
    }),
  )
  .max(MOST_RULES, `Use at most ${MOST_RULES} rules.`)
  .superRefine((rules, context) => {
    const seen = new Set<string>();
    for (const [index, { name }] of rules.entries()) {
      const key = name.toLowerCase();
      // A bill tells by the rule's name why somebody is asked.
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: [index, "name"], message: "Another rule has this name." });
      }
      seen.add(key);
    }
  });
