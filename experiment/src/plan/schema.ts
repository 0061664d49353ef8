import { z } from 'zod'
import { planInput } from './input'
import { descriptionOf } from './parameter-kinds'
import { parameterEntries } from './parameters'

type Schema = z.core.JSONSchema.BaseSchema

/** JSON Schema of a plan file: an editor that knows it completes keys and names mistakes. */
export function planSchema(): Schema {
  const schema: Schema = z.toJSONSchema(planInput, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => describeParameters(jsonSchema),
  })
  return { title: 'A plan of the experiment', ...schema }
}

/** Where an object has keys of parameters, these have the words of the command line. */
function describeParameters({ properties = {} }: Schema): void {
  for (const [name, line] of parameterEntries) {
    const property = properties[name]
    if (property === undefined || typeof property === 'boolean') continue
    property.description = descriptionOf(line)
    if (line.takesText) Object.assign(property, { type: ['integer', 'string'] })
  }
}
