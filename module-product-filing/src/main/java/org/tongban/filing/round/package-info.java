/** The rounds of the programme: a year with the dates that staff give it (PF-40). */
@NullMarked
package org.tongban.filing.round;

import org.jspecify.annotations.NullMarked;
