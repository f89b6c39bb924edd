import { z } from 'zod';

// What the SARIF 2.1.0 standard (sections 3.13 to 3.58) says of the parts that we write, and of no others.
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);

const artifactLocation = z.strictObject({
  uri: z.string().regex(/^(?:file:\/\/\/)?[\w.~!$&'()*+,;=@/%-]+$/),
  uriBaseId: z.literal('%SRCROOT%').optional(),
});

const counted = z.int().min(1);
const region = z
  .strictObject({ startLine: counted, startColumn: counted, endLine: counted, endColumn: counted })
  .refine((it) => it.endLine > it.startLine || it.endColumn >= it.startColumn);

const place = z.strictObject({ artifactLocation, region });
const location = z.strictObject({ physicalLocation: place });

const rule = z.strictObject({
  id: z.string().regex(/^BB\d{3}$/),
  name: z.string().regex(/^[A-Z]\w+$/),
  shortDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
});

const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: z.int().min(0),
    kind: z.enum(['fail', 'informational']),
    level,
    message,
    locations: z.array(location).length(1),
    relatedLocations: z
      .array(z.strictObject({ id: z.int().min(0), physicalLocation: place, message }))
      .min(1)
      .optional(),
  })
  // Section 3.27.10: only a failure has a level.
  .refine((it) => (it.kind === 'fail') === (it.level !== 'none'));

const notification = z.strictObject({
  level,
  message,
  locations: z.array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation }) })),
});

/** A SARIF log as we write it; any other property is refused. */
export const sarifShape = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z
        .strictObject({
          tool: z.strictObject({
            driver: z.strictObject({
              name: z.string(),
              semanticVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
              rules: z.array(rule),
            }),
          }),
          columnKind: z.literal('utf16CodeUnits'),
          invocations: z
            .array(
              z.strictObject({
                executionSuccessful: z.boolean(),
                toolExecutionNotifications: z.array(notification),
              }),
            )
            .length(1),
          results: z.array(result),
        })
        .refine(({ tool, results }) =>
          results.every((it) => tool.driver.rules[it.ruleIndex]?.id === it.ruleId),
        )
        .refine(
          ({ tool: { driver } }) => new Set(driver.rules.map((it) => it.id)).size === driver.rules.length,
        ),
    )
    .length(1),
});
