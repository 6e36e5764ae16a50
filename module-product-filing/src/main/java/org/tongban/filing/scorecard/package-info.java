/** Scorecards: by which figures products are measured in a round, as versions that staff enter (PF-50). */
@NullMarked
package org.tongban.filing.scorecard;

import org.jspecify.annotations.NullMarked;
