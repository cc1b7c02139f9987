export const exportPath = '/administration/export';
export const exportFilePath = '/administration/export/everything.zip';
