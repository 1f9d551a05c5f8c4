import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs all files of a project one after the other, the longest first. Vitest would mix the projects, and a
 * worker that meets a file of another project ends and starts anew.
 */
export default class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const names = [...new Set(sorted.map(({ project }) => project.name))];
    return names.flatMap((name) => sorted.filter(({ project }) => project.name === name));
  }
}
