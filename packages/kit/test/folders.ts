// @boundaries-ignore the tools of the workspace are no package
export { folderWith, newFolder } from '../../../tools/new-folder.ts'
