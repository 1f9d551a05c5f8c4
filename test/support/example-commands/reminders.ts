// A valid command of each type about what the program does by itself: it reads from Aruba, and reminds.

export const exampleReminders = {
  type: 'reminders/settings',
  on: true,
  daysBefore: [30, 7, 0],
  daysUnpaid: [7],
  quiet: { from: 1140, to: 480 },
  weekends: false,
};

export const reminderExamples = [
  { type: 'account/settings', on: true },
  { type: 'reminders/settings', weekends: true },
  exampleReminders,
  { ...exampleReminders, daysBefore: [], daysUnpaid: [], quiet: null },
];
