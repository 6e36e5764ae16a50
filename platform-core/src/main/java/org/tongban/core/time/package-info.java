/** Business time that deadlines follow, the database's that nodes agree on, the machine's that tokens follow. */
@NullMarked
package org.tongban.core.time;

import org.jspecify.annotations.NullMarked;
