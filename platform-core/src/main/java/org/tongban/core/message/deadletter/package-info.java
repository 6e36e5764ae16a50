/** Messages that could not be sent: who runs the installation sees them, and has them tried again or given up. */
@NullMarked
package org.tongban.core.message.deadletter;

import org.jspecify.annotations.NullMarked;
