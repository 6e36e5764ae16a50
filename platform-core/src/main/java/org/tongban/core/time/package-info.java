/** Business time that deadlines follow, and real time as the database has it, which nodes agree on and tokens follow. */
@NullMarked
package org.tongban.core.time;

import org.jspecify.annotations.NullMarked;
