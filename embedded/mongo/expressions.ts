import { evalExpr } from 'mingo/core';
import { Context, ProcessingMode } from 'mingo';
import * as accumulators from 'mingo/operators/accumulator';
import * as operators from 'mingo/operators/expression';
import { failure } from './failure.ts';
import { plainDoc, plainValue } from './plain.ts';
import { type Doc, fieldOf, isDoc } from './values.ts';

const unsafe = new Set(['$function', '$accumulator', '$where']);

const context = Context.init({ expression: { ...operators }, accumulator: { ...accumulators } });

/** Values of `let`, `$$NOW` and other variables that an expression may name. */
export type Variables = Record<string, unknown>;

const isOperator = (name: string): boolean =>
  !unsafe.has(name) && (Object.hasOwn(operators, name) || Object.hasOwn(accumulators, name));

/** Throws InvalidPipelineOperator if the expression has an operator that is not known. */
export const checkExpression = (expression: unknown): void => {
  if (Array.isArray(expression)) expression.forEach(checkExpression);
  if (!isDoc(expression)) return;
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) {
    for (const name of names) checkExpression(expression[name]);
    return;
  }
  if (names.length > 1) {
    throw failure(
      'FailedToParse',
      `an expression specification must contain exactly one field, the name of the expression. Found ${names.length} fields`,
    );
  }
  if (operator === '$literal') return;
  if (!isOperator(operator))
    throw failure('InvalidPipelineOperator', `Unrecognized expression '${operator}'`);
  checkExpression(expression[operator]);
};

/** The value at a `$field.path`, arrays on the way giving the array of what their documents have there. */
const resolvePath = (value: unknown, parts: string[], depth: number): unknown => {
  const part = parts[depth];
  if (part === undefined) return value;
  if (isDoc(value)) return resolvePath(fieldOf(value, part), parts, depth + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((element) => isDoc(element) || Array.isArray(element))
    .map((element) => resolvePath(element, parts, depth))
    .filter((element) => element !== undefined);
};

const compute = (doc: Doc, expression: unknown, variables: Variables): unknown => {
  try {
    return evalExpr(plainDoc(doc), expression, {
      idKey: '_id',
      processingMode: ProcessingMode.CLONE_OFF,
      useStrictMode: true,
      scriptEnabled: false,
      failOnError: true,
      variables,
      context,
    });
  } catch (error) {
    throw failure('BadValue', error instanceof Error ? error.message : String(error));
  }
};

/**
 * Compiles an aggregation expression. Paths, literals and documents of them keep every BSON type; operators are
 * computed by mingo on JavaScript numbers.
 */
export const compileExpression = (
  expression: unknown,
  variables: Variables = {},
): ((doc: Doc) => unknown) => {
  if (typeof expression === 'string' && expression.startsWith('$') && !expression.startsWith('$$')) {
    const parts = expression.slice(1).split('.');
    return (doc) => resolvePath(doc, parts, 0);
  }
  if (expression === '$$ROOT' || expression === '$$CURRENT') return (doc) => doc;
  if (expression === '$$REMOVE') return () => undefined;
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const [name = '', ...parts] = expression.slice(2).split('.');
    if (Object.hasOwn(variables, name)) return () => resolvePath(variables[name], parts, 0);
    if (name === 'ROOT' || name === 'CURRENT') return (doc) => resolvePath(doc, parts, 0);
  }
  if (Array.isArray(expression)) {
    const elements = expression.map((element) => compileExpression(element, variables));
    return (doc) => elements.map((element) => element(doc) ?? null);
  }
  if (!isDoc(expression) && typeof expression !== 'string') return () => expression;
  if (typeof expression === 'string' && !expression.startsWith('$')) return () => expression;
  return isDoc(expression)
    ? compileObject(expression, variables)
    : (doc) => compute(doc, expression, plainDoc(variables));
};

const compileObject = (expression: Doc, variables: Variables): ((doc: Doc) => unknown) => {
  checkExpression(expression);
  if (Object.keys(expression).length === 1 && '$literal' in expression) return () => expression['$literal'];
  if (Object.keys(expression).some((name) => name.startsWith('$'))) {
    const plain = plainValue(expression);
    const known = plainDoc(variables);
    return (doc) => compute(doc, plain, known);
  }
  const fields = Object.entries(expression).map(
    ([name, value]) => [name, compileExpression(value, variables)] as const,
  );
  return (doc) => {
    const result: Doc = {};
    for (const [name, value] of fields) {
      const computed = value(doc);
      if (computed !== undefined) result[name] = computed;
    }
    return result;
  };
};

/** Compiles the expression of a `$expr` filter. */
export const evaluator = (expression: unknown): ((doc: Doc) => unknown) => compileExpression(expression);
