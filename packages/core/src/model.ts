/** The relationship model, field by field, and the parser of relationships: for pages in which people fill one in. */
export { canonicalJson } from './canonical.ts'
export { parseRelationship } from './parse-relationship.ts'
export { modelField, modelFields, type ModelField } from './schema/model.ts'
