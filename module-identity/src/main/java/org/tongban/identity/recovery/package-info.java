/** Recovery of a forgotten password or username of a handler's account, which tells a stranger nothing (ID-30, ID-31). */
@NullMarked
package org.tongban.identity.recovery;

import org.jspecify.annotations.NullMarked;
