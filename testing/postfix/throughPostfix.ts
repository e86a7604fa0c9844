/** Whether the mails of tests take the way through a postfix: COBID_TEST_MTA=postfix. */
export const throughPostfix = process.env['COBID_TEST_MTA'] === 'postfix';
