/**
 * What anonymity means here. Everything stands in the shell; only the organisation's own words are put in.
 * @module pages/how
 */

import { ApiError, api } from '../client/api.js';
import { enableLeaving } from '../ui/leave.js';
import { showOrganisation } from '../ui/organisation.js';
import { startPage } from '../ui/page.js';
import { language } from '../ui/texts.js';

enableLeaving(() => undefined);

startPage(
  async () => {
    try {
      await showOrganisation(await api.get(`/welcome?language=${language}`));
    } catch (error) {
      // The shell's own words say all that matters.
      if (!(error instanceof ApiError)) throw error;
    }
  },
  { seals: false },
);
